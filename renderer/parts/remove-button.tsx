import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../hooks/use-command";
import { ConfirmDialog } from "./confirm-dialog";

interface RemoveButtonProps {
  /** The call that removes a record by its id. */
  readonly call: "label-template.remove" | "label-stock.remove" | "printer.remove";
  readonly id: string;
  readonly name: string;
  /** What removing it means, in one sentence. */
  readonly consequence: string;
  readonly onRemoved: () => void;
}

/** Removes a record after a question that says what goes with it. */
export function RemoveButton({ call, id, name, consequence, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation();
  const remove = useCommand(call);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size="1.1em" aria-hidden />}
        onClick={() => {
          setIsAsked(true);
        }}
      >
        {t("parts.remove")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t("parts.removeTitle", { name })}
        consequences={[consequence]}
        confirmLabel={t("parts.remove")}
        isDangerous
        isRunning={remove.isRunning}
        fault={remove.fault}
        onCancel={() => {
          setIsAsked(false);
        }}
        onConfirm={() => {
          void remove.run({ id }).then((result) => {
            if (result.ok) onRemoved();
          });
        }}
      />
    </>
  );
}
