import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { FormDialog } from "../../parts/form-dialog";
import { WarningLine } from "../../parts/warning-line";
import { CreateServerForm } from "./create-server-form";

/** Registers the card's server in the panel, where it is not known yet. */
export function CreateServer({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const panel = detail.task.moduleName;
  const isUnderWay = detail.steps.some((step) => step.kind === "create-server" && step.state !== "discarded");
  if (isUnderWay) return <WarningLine tone="neutral">{t("task.creating", { panel })}</WarningLine>;
  const close = (): void => {
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="default"
        mt="xs"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t("task.createServer")}
      </Button>
      <FormDialog opened={isOpen} onClose={close} size="lg" title={t("task.create.title", { panel })}>
        {isOpen ? <CreateServerForm detail={detail} onDone={close} /> : null}
      </FormDialog>
    </>
  );
}
