import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { ConfirmPrinted } from "./confirm-printed";
import { saveJobFile } from "./save-job-file";
import type { Fault } from "../../../main/contract/faults";

/** What a person can do about a job in its state. */
export function JobDecisions({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation();
  const cancel = useCommand("print.cancel");
  const retry = useCommand("print.retry");
  const confirm = useCommand("print.confirm");
  const [isCounting, setIsCounting] = useState(false);
  const [fileFault, setFileFault] = useState<Fault | null>(null);
  const { id, labels, printed, state } = job;
  const rest = labels - printed;
  const mayDecide = useRight("print.retry");
  const isOpen = state === "waiting" || state === "sending" || state === "printing";
  if (!mayDecide) return null;
  return (
    <>
      <FaultNotice fault={cancel.fault ?? retry.fault ?? confirm.fault ?? fileFault} />
      {isOpen ? (
        <Button variant="default" loading={cancel.isRunning} onClick={() => void cancel.run({ id })}>
          {t("printing.cancel")}
        </Button>
      ) : null}
      {state === "unsure" ? (
        <>
          {job.hasFile ? (
            <Button
              variant="default"
              onClick={() => {
                void saveJobFile(id).then(setFileFault);
              }}
            >
              {t("printing.saveFile")}
            </Button>
          ) : null}
          <Button
            variant="default"
            onClick={() => {
              setIsCounting(true);
            }}
          >
            {t("printing.confirmSome")}
          </Button>
          <Button loading={confirm.isRunning} onClick={() => void confirm.run({ id, printed: labels })}>
            {t("printing.confirmAll")}
          </Button>
        </>
      ) : null}
      {state === "failed" || (state === "cancelled" && rest > 0) ? (
        <Button loading={retry.isRunning} onClick={() => void retry.run({ id, from: "rest" })}>
          {t("printing.retryRest", { count: rest })}
        </Button>
      ) : null}
      {state === "printed" ? (
        <Button variant="default" loading={retry.isRunning} onClick={() => void retry.run({ id, from: "start" })}>
          {t("printing.retryAll")}
        </Button>
      ) : null}
      <ConfirmPrinted
        job={isCounting ? job : null}
        onClose={() => {
          setIsCounting(false);
        }}
      />
    </>
  );
}
