import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, Result } from "../../../main/contract/faults";
import { FaultNotice } from "../../parts/fault-notice";
import { issuesByField } from "../../parts/field-issues";

interface NameFormProps {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly initial: string;
  readonly action: string;
  readonly onSubmit: (name: string) => Promise<Result<unknown>>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/** One name to enter or to change. What was entered stays when it is refused. */
export function NameForm({ label, isLabelShown = true, initial, action, onSubmit, onDone, onCancel }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const issue = issuesByField(fault)["name"];
  const submit = async (): Promise<void> => {
    if (isRunning) return;
    setIsRunning(true);
    const result = await onSubmit(name.trim());
    setIsRunning(false);
    setFault(result.ok ? null : result.fault);
    if (!result.ok) return;
    setName(initial);
    onDone?.();
  };
  return (
    <form
      style={{ flex: 1 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          {...(isLabelShown ? { label } : { "aria-label": label, autoFocus: true })}
          maxLength={80}
          value={name}
          error={issue}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !onCancel) return;
            event.preventDefault();
            onCancel();
          }}
        />
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t("settings.directory.cancel")}
          </Button>
        ) : null}
        <Button type="submit" variant="default" loading={isRunning} disabled={name.trim() === ""}>
          {action}
        </Button>
      </Group>
      {issue === undefined ? <FaultNotice fault={fault} /> : null}
    </form>
  );
}
