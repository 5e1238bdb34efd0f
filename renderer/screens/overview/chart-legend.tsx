interface ChartLegendProps {
  readonly parts: readonly { readonly key: string; readonly label: string }[];
}

/** What the colours of a chart stand for. */
export function ChartLegend({ parts }: ChartLegendProps) {
  return (
    <ul className="chart-legend">
      {parts.map(({ key, label }) => (
        <li key={key}>
          <svg width={12} height={12} aria-hidden>
            <rect className="chart-part" data-part={key} width={12} height={12} rx={2} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
