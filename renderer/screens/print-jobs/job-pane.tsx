import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { BackButton } from "../../parts/back-button";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { RelativeTime } from "../../parts/relative-time";
import { JobDecisions } from "./job-decisions";
import { JobState } from "./job-state";

/** One print job: what came out, what keeps the rest, and what can be done. */
export function JobPane({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const answer = useQuery("print.get", { id });
  const job = answer.value;
  if (job === undefined)
    return answer.fault ? <FaultNotice fault={answer.fault} onRetry={answer.reload} /> : <LoadingRows />;
  return (
    <>
      <div className="pane">
        <BackButton />
        <PageTitle title={job.title} />
        <FaultNotice fault={answer.fault} onRetry={answer.reload} />
        <JobState job={job} />
        <FactTable
          facts={[
            { label: t("printing.field.printer"), value: job.printerName },
            {
              label: t("printing.field.template"),
              value: t("printing.field.version", { name: job.templateName, version: job.templateVersion }),
            },
            {
              label: t("printing.field.created"),
              value: (
                <>
                  <RelativeTime at={job.createdAt} />{" "}
                  <span className="quiet">{t("printing.by", { name: job.createdBy })}</span>
                </>
              ),
            },
            ...(job.endedAt === null
              ? []
              : [{ label: t("printing.field.ended"), value: <RelativeTime at={job.endedAt} /> }]),
            ...(job.overridden.length === 0
              ? []
              : [{ label: t("printing.field.overridden"), value: job.overridden.join("; ") }]),
          ]}
        />
      </div>
      <div className="pane-foot">
        <JobDecisions job={job} />
      </div>
    </>
  );
}
