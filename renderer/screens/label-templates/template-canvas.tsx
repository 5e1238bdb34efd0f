import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Drawing, LabelElement } from "../../../main/contract/shapes/label";
import { LabelDrawing } from "../../parts/label-drawing";
import { CanvasElement } from "./canvas-element";
import { guidesBeside, moveBox, openHeightMm, resizeBox, type Box, type Draft, type Handle } from "./template-edit";
import "./template-canvas.css";

interface TemplateCanvasProps {
  readonly draft: Draft;
  /** The label as the press draws it now; undefined before the first answer. */
  readonly drawing: Drawing | undefined;
  readonly selectedId: string | null;
  /** CSS pixels for a millimetre. */
  readonly scale: number;
  readonly isReadOnly: boolean;
  readonly onSelect: (id: string | null) => void;
  /** Changes of one gesture share a key. */
  readonly onBox: (id: string, box: Box, gesture: string) => void;
  readonly onRemove: (id: string) => void;
}

interface Gesture {
  readonly id: string;
  readonly handle: Handle | null;
  readonly from: { readonly x: number; readonly y: number };
  readonly box: Box;
  readonly key: string;
}

const nudgeMm = 0.5;
const leapMm = 5;

/** The label at a true scale: elements are dragged, pulled at their handles and nudged by arrow keys. */
export function TemplateCanvas(props: TemplateCanvasProps) {
  const { draft, drawing, selectedId, scale, isReadOnly, onSelect, onBox, onRemove } = props;
  const { t } = useTranslation();
  const gesture = useRef<Gesture | null>(null);
  const gestures = useRef(0);
  const height = drawing?.height ?? draft.height ?? openHeightMm;
  const width = drawing?.width ?? draft.width;
  const marked = new Set((drawing?.remarks ?? []).flatMap(({ elementId }) => (elementId === null ? [] : [elementId])));

  const begin = (element: LabelElement, handle: Handle | null, event: PointerEvent): void => {
    onSelect(element.id);
    if (isReadOnly || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    gestures.current += 1;
    const from = { x: event.clientX, y: event.clientY };
    gesture.current = { id: element.id, handle, from, box: boxOf(element), key: `drag ${String(gestures.current)}` };
  };
  const follow = (event: PointerEvent): void => {
    const { current } = gesture;
    if (current === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const by = { x: (event.clientX - current.from.x) / scale, y: (event.clientY - current.from.y) / scale };
    const guides = event.altKey ? null : guidesBeside(draft, current.id);
    const box =
      current.handle === null ? moveBox(current.box, by, guides) : resizeBox(current.box, current.handle, by, guides);
    onBox(current.id, box, current.key);
  };
  const press = (element: LabelElement, event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (event.key === "Escape") onSelect(null);
    if (isReadOnly) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onRemove(element.id);
    }
    if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? leapMm : nudgeMm;
    const by = { x: direction.x * step, y: direction.y * step };
    const box = boxOf(element);
    const changed = event.ctrlKey || event.metaKey ? resizeBox(box, "se", by, null) : moveBox(box, by, null);
    onBox(element.id, changed, `nudge ${element.id}`);
  };

  return (
    <div
      className="template-canvas"
      role="group"
      aria-label={t("labelTemplates.canvas")}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onSelect(null);
      }}
    >
      <div className="template-canvas-page" style={{ width: width * scale, height: height * scale }}>
        {drawing === undefined ? null : (
          <LabelDrawing drawing={drawing} label={t("labelTemplates.preview")} marked={marked} />
        )}
        {draft.elements.map((element, index) => (
          <CanvasElement
            key={element.id}
            element={element}
            name={t("labelTemplates.element", { number: index + 1, type: t(`labelTemplates.types.${element.type}`) })}
            scale={scale}
            isSelected={element.id === selectedId}
            isReadOnly={isReadOnly}
            onSelect={() => {
              onSelect(element.id);
            }}
            onBegin={(handle, event) => {
              begin(element, handle, event);
            }}
            onFollow={follow}
            onEnd={() => {
              gesture.current = null;
            }}
            onPress={(event) => {
              press(element, event);
            }}
          />
        ))}
      </div>
      <div className="quiet template-canvas-size">
        {t("labelTemplates.dimensions", { width: tenths(width), height: tenths(height) })}
      </div>
    </div>
  );
}

const directions: Readonly<Partial<Record<string, { readonly x: number; readonly y: number }>>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What an eye can tell on a ruler. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function boxOf({ x, y, width, height }: LabelElement): Box {
  return { x, y, width, height };
}
