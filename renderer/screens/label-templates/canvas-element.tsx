import type { KeyboardEvent, PointerEvent } from "react";
import type { LabelElement } from "../../../main/contract/shapes/label";
import { handles, type Handle } from "./template-edit";

interface CanvasElementProps {
  readonly element: LabelElement;
  readonly name: string;
  readonly scale: number;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  readonly onSelect: () => void;
  readonly onBegin: (handle: Handle | null, event: PointerEvent) => void;
  readonly onFollow: (event: PointerEvent) => void;
  readonly onEnd: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

/** The box of one element over the drawing, with handles while it is selected. */
export function CanvasElement(props: CanvasElementProps) {
  const { element, name, scale, isSelected, isReadOnly, onBegin, onFollow, onEnd } = props;
  const { x, y, width, height, rotation } = element;
  return (
    <div
      className="canvas-element"
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={isSelected}
      data-movable={!isReadOnly || undefined}
      style={{
        left: x * scale,
        top: y * scale,
        width: width * scale,
        height: height * scale,
        ...(rotation === 0 ? {} : { transform: `rotate(${String(rotation)}deg)` }),
      }}
      onFocus={props.onSelect}
      onKeyDown={props.onPress}
      onPointerDown={(event) => {
        onBegin(null, event);
      }}
      onPointerMove={onFollow}
      onPointerUp={onEnd}
    >
      {isSelected && !isReadOnly && rotation === 0
        ? handles.map((handle) => (
            <span
              key={handle}
              className="canvas-handle"
              data-handle={handle}
              onPointerDown={(event) => {
                event.stopPropagation();
                onBegin(handle, event);
              }}
              onPointerMove={(event) => {
                event.stopPropagation();
                onFollow(event);
              }}
              onPointerUp={onEnd}
            />
          ))
        : null}
    </div>
  );
}
