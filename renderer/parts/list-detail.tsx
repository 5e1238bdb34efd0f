import { useRef, useState, type PointerEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsWide } from "../hooks/use-is-wide";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";
import "./list-detail.css";

interface ListDetailProps {
  readonly list: ReactNode;
  /** The detail of the selected record; null while none is selected. */
  readonly detail: ReactNode;
  /** Stands in the detail's place while none is selected; where it is left out, the list has all the room then. */
  readonly placeholder?: ReactNode;
}

const narrowest = 300;
const leftForDetail = 420;
const keyStep = 24;

/** List and detail side by side with a remembered split; on a narrow window one after the other. */
export function ListDetail({ list, detail, placeholder }: ListDetailProps) {
  const isWide = useIsWide();
  const goBack = useConsole((state) => state.goBack);
  useShortcut("goBack", goBack, detail !== null);
  const savedWidth = useConsole((state) => state.preferences.listWidth);
  const [draggedWidth, setDraggedWidth] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  if (!isWide)
    return (
      <div className="list-detail-single" data-pane>
        {detail ?? list}
      </div>
    );
  if (detail === null && placeholder === undefined) {
    return (
      <div className="list-detail">
        <div className="list-detail-list" data-alone data-pane>
          {list}
        </div>
      </div>
    );
  }
  return (
    <div ref={frame} className="list-detail">
      <div className="list-detail-list" data-pane style={{ width: draggedWidth ?? savedWidth }}>
        {list}
      </div>
      <Splitter
        width={draggedWidth ?? savedWidth}
        widthAt={(clientX) => clientX - (frame.current?.getBoundingClientRect().left ?? 0)}
        widest={Math.max(narrowest, (frame.current?.clientWidth ?? 1280) - leftForDetail)}
        onDrag={setDraggedWidth}
      />
      <div className="list-detail-detail" data-pane>
        {detail ?? placeholder}
      </div>
    </div>
  );
}

interface SplitterProps {
  readonly width: number;
  readonly widest: number;
  readonly widthAt: (clientX: number) => number;
  readonly onDrag: (width: number | null) => void;
}

function Splitter({ width, widest, widthAt, onDrag }: SplitterProps) {
  const { t } = useTranslation();
  const changePreferences = useConsole((state) => state.changePreferences);
  const clamp = (value: number): number => Math.round(Math.min(widest, Math.max(narrowest, value)));
  const keep = (value: number): void => {
    void changePreferences({ listWidth: clamp(value) });
    onDrag(null);
  };
  const isDragging = (event: PointerEvent): boolean => event.currentTarget.hasPointerCapture(event.pointerId);
  return (
    <div
      className="list-detail-splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={t("frame.resizeList")}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (isDragging(event)) onDrag(clamp(widthAt(event.clientX)));
      }}
      onPointerUp={(event) => {
        if (isDragging(event)) keep(widthAt(event.clientX));
      }}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") keep(width - keyStep);
        if (event.key === "ArrowRight") keep(width + keyStep);
      }}
    />
  );
}
