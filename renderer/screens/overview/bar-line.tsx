import { useElementSize } from "@mantine/hooks";

export interface BarPart {
  readonly key: string;
  readonly count: number;
  readonly label: string;
}

interface BarLineProps {
  readonly parts: readonly BarPart[];
  /** Length of the longest bar of the chart, in the unit of the counts. */
  readonly longest: number;
  /** What a screen reader says in the bar's place. */
  readonly label: string;
}

const height = 16;
const gap = 2;
/** A count of one is seen beside one of thousands. */
const narrowest = 4;

/** One bar, made of parts that lie one after the other. */
export function BarLine({ parts, longest, label }: BarLineProps) {
  const { ref, width } = useElementSize();
  const shown = parts.filter((part) => part.count > 0);
  const room = Math.max(0, width - shown.length * (narrowest + gap));
  let x = 0;
  const bars = shown.map((part) => {
    const bar = { ...part, x, width: narrowest + (longest === 0 ? 0 : (part.count / longest) * room) };
    x += bar.width + gap;
    return bar;
  });
  return (
    <div ref={ref} className="bar-line">
      <svg width="100%" height={height} role="img" aria-label={label}>
        {bars.map((bar) => (
          <rect
            key={bar.key}
            className="chart-part"
            data-part={bar.key}
            x={bar.x}
            width={bar.width}
            height={height}
            rx={2}
          >
            <title>{bar.label}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}
