import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { StateBadge } from "../../parts/state-badge";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import "./print-jobs.css";

/** Where a job is: its state, how much came out, and what keeps it. */
export function JobState({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation();
  const { labels, printed, reason, state, title } = job;
  const isUnderWay = state === "sending" || state === "printing";
  return (
    <div className="job-state">
      <div className="job-state-line">
        <StateBadge of="print" state={state} />
        <span className="one-line">{title}</span>
        <span className="quiet job-state-count">{t("printing.progress", { printed, labels })}</span>
      </div>
      {isUnderWay ? (
        <Progress value={(100 * printed) / labels} aria-label={t("printing.progress", { printed, labels })} animated />
      ) : null}
      {reason === "" ? null : (
        <WarningLine tone={state === "failed" ? "failed" : "waiting"}>{phrase(reason)}</WarningLine>
      )}
    </div>
  );
}
