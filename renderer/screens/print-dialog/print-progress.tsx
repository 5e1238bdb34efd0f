import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";
import { JobDecisions } from "../print-jobs/job-decisions";
import { JobState } from "../print-jobs/job-state";

interface PrintProgressProps {
  readonly job: PrintJob;
  /** Labels of other kinds that were asked for too. */
  readonly rest: number;
  readonly onNext: () => void;
}

/** How a job that was just started fares; it goes on in the queue when the dialog is closed. */
export function PrintProgress({ job: started, rest, onNext }: PrintProgressProps) {
  const { t } = useTranslation();
  const answer = useQuery("print.get", { id: started.id });
  const job = answer.value ?? started;
  const isOver = job.endedAt !== null;
  return (
    <div className="print-dialog">
      <JobState job={job} />
      <FaultNotice fault={answer.fault} onRetry={answer.reload} />
      <Group justify="flex-end" gap="xs">
        <Button
          variant="subtle"
          onClick={() => {
            useConsole.getState().askToPrint(null);
            useConsole.getState().open("printJobs", job.id);
          }}
        >
          {t("printing.openQueue")}
        </Button>
        <JobDecisions job={job} />
        <Button onClick={onNext} data-autofocus {...(isOver || rest > 0 ? {} : { variant: "default" })}>
          {rest > 0 ? t("printing.nextKind", { count: rest }) : t(isOver ? "printing.done" : "printing.goOnWorking")}
        </Button>
      </Group>
    </div>
  );
}
