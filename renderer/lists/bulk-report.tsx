import { Button, CloseButton, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { WarningLine } from "../parts/warning-line";
import { useConsole } from "../stores/console-store";
import type { BulkFailure, BulkRun } from "../stores/list-runs";
import { formatNumber } from "../text/format";
import { phrase } from "../text/phrase";
import { succeededOf } from "./bulk-run";

/** How far a bulk run is; at its end what was done, and what was not and why. */
export function BulkReport({ list, run }: { readonly list: string; readonly run: BulkRun }) {
  const { t } = useTranslation();
  const { putBulkRun, cancelBulkRun } = useConsole.getState();
  const isOver = run.state === "ended" || run.state === "cancelled";
  const words = isOver
    ? t(`lists.bulk.ended.${run.deed}`, { count: succeededOf(run) })
    : t(`lists.bulk.running.${run.deed}`, { done: formatNumber(run.done), total: formatNumber(run.total) });
  const notTried = run.total - run.done;
  return (
    <section className="bulk-report" role="status" aria-live="polite">
      <div className="bulk-report-head">
        <strong>{words}</strong>
        {isOver ? (
          <CloseButton
            size="sm"
            aria-label={t("lists.bulk.dismiss")}
            onClick={() => {
              putBulkRun(list, null);
            }}
          />
        ) : (
          <>
            <Progress value={(100 * run.done) / run.total} aria-label={words} />
            <Button
              size="compact-sm"
              variant="default"
              disabled={run.state === "cancelling"}
              onClick={() => {
                cancelBulkRun(list);
              }}
            >
              {t("lists.stop")}
            </Button>
          </>
        )}
      </div>
      {run.failures.length > 0 ? (
        <ul>
          {run.failures.map((failure) => (
            <li key={failure.reason}>
              <FailureLine failure={failure} />
            </li>
          ))}
        </ul>
      ) : null}
      {isOver && notTried > 0 ? (
        <WarningLine tone="neutral">{t("lists.bulk.notTried", { count: notTried })}</WarningLine>
      ) : null}
    </section>
  );
}

function FailureLine({ failure: { keys, reason, titles } }: { readonly failure: BulkFailure }) {
  const { t } = useTranslation();
  const named = titles.join(", ");
  const more = keys.length - titles.length;
  return (
    <WarningLine tone="waiting">
      {t("lists.bulk.failed", { count: keys.length, reason: phrase(reason) })}
      <div className="quiet">{more > 0 ? t("lists.bulk.andMore", { titles: named, count: more }) : named}</div>
    </WarningLine>
  );
}
