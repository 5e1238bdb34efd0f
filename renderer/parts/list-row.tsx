import type { ReactNode } from "react";
import "./list-row.css";

interface ListRowProps {
  /** The state, as an icon. */
  readonly mark?: ReactNode;
  readonly title: ReactNode;
  /** Age or count, at the right of the first line. */
  readonly aside?: ReactNode;
  readonly below?: ReactNode;
  readonly belowAside?: ReactNode;
}

/** A row of two lines: what it is called, and where it belongs. */
export function ListRow({ mark, title, aside, below, belowAside }: ListRowProps) {
  return (
    <div className="list-row">
      {mark ? <span className="list-row-mark">{mark}</span> : null}
      <div className="list-row-text">
        <div className="list-row-line">
          <span className="list-row-title one-line">{title}</span>
          {aside ? <span className="list-row-aside">{aside}</span> : null}
        </div>
        <div className="list-row-line list-row-below">
          <span className="one-line">{below}</span>
          {belowAside ? <span className="list-row-aside">{belowAside}</span> : null}
        </div>
      </div>
    </div>
  );
}
