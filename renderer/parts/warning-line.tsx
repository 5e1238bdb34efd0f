import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./warning-line.css";

interface WarningLineProps {
  /** `waiting` warns, `failed` names an error, `neutral` only informs. */
  readonly tone?: "waiting" | "failed" | "neutral";
  readonly children: ReactNode;
}

/** A warning that stands where its cause is. */
export function WarningLine({ tone = "waiting", children }: WarningLineProps) {
  const Icon = tone === "neutral" ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className="warning-line" data-tone={tone} role={tone === "failed" ? "alert" : "note"}>
      <Icon size="1.15em" aria-hidden />
      <div>{children}</div>
    </div>
  );
}
