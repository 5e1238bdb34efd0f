import "./fill-bar.css";

/** What a part of the bar stands for; each has a pattern as well as a colour. */
export type FillLook = "used" | "planned" | "reserved" | "service" | "over";

interface FillBarProps {
  /** Read out as a whole: what is measured, and how much of it is gone. */
  readonly label: string;
  /** Shares of the whole, from the left. */
  readonly parts: readonly { readonly look: FillLook; readonly share: number }[];
}

/** How much of something is gone. */
export function FillBar({ label, parts }: FillBarProps) {
  return (
    <span className="fill-bar" role="img" aria-label={label} title={label}>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ look, share }) => (
          <span key={look} className="fill-bar-part" data-look={look} style={{ width: `${String(share * 100)}%` }} />
        ))}
    </span>
  );
}
