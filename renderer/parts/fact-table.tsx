import type { ReactNode } from "react";
import "./fact-table.css";

export interface Fact {
  readonly label: string;
  /** Null shows `missing` instead: an empty field says what is missing, not a dash. */
  readonly value: ReactNode;
  readonly missing?: string;
}

/** Names on the left, values on the right. */
export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-table">
      {facts.map((fact) => (
        <div key={fact.label} className="fact">
          <dt>{fact.label}</dt>
          <dd>{isEmpty(fact.value) ? <span className="quiet">{fact.missing}</span> : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === "";
}
