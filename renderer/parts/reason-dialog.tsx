import { Button, Group, List, Text, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../main/contract/faults";
import { DialogForm } from "./dialog-form";
import { FaultNotice } from "./fault-notice";
import { FormDialog } from "./form-dialog";

interface ReasonDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly explanation: string;
  /** Exactly what will happen, one line each, below the explanation. */
  readonly consequences?: readonly string[];
  readonly confirmLabel: string;
  /** Whether the reason may stay empty. */
  readonly isOptional?: boolean;
  readonly isRunning: boolean;
  readonly fault: Fault | null;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
  /** What is asked besides the reason, above it. */
  readonly children?: ReactNode;
}

/** Gives something up with a reason that the journal keeps. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <FormDialog opened={props.isOpen} onClose={props.onCancel} title={props.title}>
      {/* Mounted anew each time it opens, so an old reason never stays. */}
      {props.isOpen ? <ReasonForm {...props} /> : null}
    </FormDialog>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const submit = (): void => {
    if (reason.trim() === "" && !props.isOptional) setIsMissing(true);
    else props.onConfirm(reason.trim());
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text>{props.explanation}</Text>
      {props.consequences && props.consequences.length > 0 ? (
        <List size="sm" spacing={4}>
          {props.consequences.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      ) : null}
      {props.children}
      <Textarea
        label={t("parts.reason")}
        value={reason}
        maxLength={500}
        rows={3}
        data-autofocus
        withAsterisk={!props.isOptional}
        error={isMissing && reason.trim() === "" ? t("parts.reasonMissing") : null}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <FaultNotice fault={props.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onCancel}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" color="red.9" loading={props.isRunning}>
          {props.confirmLabel}
        </Button>
      </Group>
    </DialogForm>
  );
}
