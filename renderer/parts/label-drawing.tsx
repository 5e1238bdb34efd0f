import type { CSSProperties } from "react";
import type { Drawing } from "../../main/contract/shapes/label";
import "./label-drawing.css";

interface LabelDrawingProps {
  readonly drawing: Drawing;
  /** What is on it, in words, for whoever does not see it. */
  readonly label: string;
  /** Elements whose remarks are shown by an outline. */
  readonly marked?: ReadonlySet<string>;
}

/** A label as it would be printed: black on the paper's white in every theme, the part that the printer reaches dashed. */
export function LabelDrawing({ drawing, label, marked }: LabelDrawingProps) {
  const { width, height, area, marks } = drawing;
  return (
    <svg
      className="label-drawing"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      // A custom property is no key of CSSProperties.
      style={{ aspectRatio: `${String(width)} / ${String(height)}`, "--label-ratio": width / height } as CSSProperties}
    >
      <rect className="label-drawing-paper" width={width} height={height} />
      <rect className="label-drawing-area" x={area.x} y={area.y} width={area.width} height={area.height} />
      {marks.map((mark, index) => (
        <path
          key={index}
          className="label-drawing-ink"
          data-marked={marked?.has(mark.elementId) === true ? true : undefined}
          d={mark.type === "path" ? mark.path : barsPath(mark.rectangles)}
        />
      ))}
    </svg>
  );
}

function barsPath(rectangles: readonly (readonly [number, number, number, number])[]): string {
  return rectangles
    .map(([x, y, width, height]) => `M${String(x)} ${String(y)}h${String(width)}v${String(height)}h${String(-width)}Z`)
    .join("");
}
