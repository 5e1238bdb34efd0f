import { Button, Group, Modal, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";

interface ConfirmPrintedProps {
  /** The job that is counted; null while nothing is asked. */
  readonly job: PrintJob | null;
  readonly onClose: () => void;
}

/** Asks how many labels of a job came out, where the printer does not tell. */
export function ConfirmPrinted({ job, onClose }: ConfirmPrintedProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={job !== null} title={t("printing.confirmTitle")} onClose={onClose}>
      {job === null ? null : <CountForm job={job} onClose={onClose} />}
    </Modal>
  );
}

function CountForm({ job, onClose }: { readonly job: PrintJob; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const confirm = useCommand("print.confirm");
  const [printed, setPrinted] = useState(job.printed);
  const submit = async (): Promise<void> => {
    const result = await confirm.run({ id: job.id, printed });
    if (result.ok) onClose();
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text>{t("printing.confirmExplanation")}</Text>
      <NumberInput
        data-autofocus
        label={t("printing.progress", { printed, labels: job.labels })}
        min={0}
        max={job.labels}
        allowDecimal={false}
        value={printed}
        onChange={(value) => {
          setPrinted(typeof value === "number" ? value : 0);
        }}
      />
      <FaultNotice fault={confirm.fault} />
      <Group justify="flex-end">
        <Button type="submit" loading={confirm.isRunning}>
          {t("printing.confirm")}
        </Button>
      </Group>
    </DialogForm>
  );
}
