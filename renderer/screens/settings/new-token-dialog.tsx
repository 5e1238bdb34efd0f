import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallName } from "../../../main/contract/calls";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { DayField } from "../../parts/day-field";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";
import { CallPicker } from "./call-picker";
import { endOfDay } from "./end-of-day";
import { callsFor } from "./token-calls";
import { TokenText } from "./token-text";

interface NewTokenDialogProps {
  readonly isOpen: boolean;
  readonly onEnd: () => void;
}

/** Makes a token and tells its text, this once. */
export function NewTokenDialog({ isOpen, onEnd }: NewTokenDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const end = (): void => {
    setText(null);
    onEnd();
  };
  return (
    <FormDialog
      opened={isOpen}
      onClose={end}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={text === null}
      withCloseButton={text === null}
      title={t(text === null ? "settings.scripts.newTitle" : "settings.scripts.madeTitle")}
    >
      {isOpen && text === null ? <NewTokenForm onMade={setText} onCancel={end} /> : null}
      {text === null ? null : <TokenText text={text} onDone={end} />}
    </FormDialog>
  );
}

interface NewTokenFormProps {
  readonly onMade: (text: string) => void;
  readonly onCancel: () => void;
}

function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {});
  const add = useCommand("token.add");
  const [name, setName] = useState("");
  const [operatorId, setOperatorId] = useState<string | null>(null);
  const [day, setDay] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<CallName>>(new Set());
  const active = (operators.value ?? []).filter(({ isActive }) => isActive);
  const operator = active.find(({ id }) => id === operatorId);
  const offered = operator ? callsFor(operator.role) : [];
  const sent = offered.map((one) => one.name).filter((one) => chosen.has(one));
  const issues = issuesByField(add.fault);
  const submit = async (): Promise<void> => {
    const result = await add.run({ name, operatorId: operatorId ?? "", calls: sent, expiresAt: endOfDay(day) });
    if (result.ok) onMade(result.value.text);
  };
  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        withAsterisk
        data-autofocus
        label={t("settings.scripts.name")}
        description={t("settings.scripts.nameHint")}
        maxLength={80}
        value={name}
        error={issues["name"] ?? null}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Group gap="sm" align="flex-start" grow>
        <Select
          withAsterisk
          label={t("settings.scripts.operator")}
          description={t("settings.scripts.operatorHint")}
          placeholder={t("settings.scripts.chooseOperator")}
          data={active.map(({ id, name: label, role }) => ({
            value: id,
            label: `${label}, ${t(`gate.role.${role}`)}`,
          }))}
          value={operatorId}
          error={issues["operatorId"] ?? null}
          onChange={setOperatorId}
        />
        <DayField
          label={t("settings.scripts.expires")}
          description={t("settings.scripts.expiresHint")}
          value={day}
          error={issues["expiresAt"] ?? null}
          onChange={setDay}
        />
      </Group>
      {operator ? (
        <CallPicker offered={offered} chosen={new Set(sent)} issue={issues["calls"]} onChange={setChosen} />
      ) : null}
      {isCoveredByFields(add.fault, ["name", "operatorId", "expiresAt", "calls"]) ? null : (
        <FaultNotice fault={add.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={add.isRunning} disabled={!operator}>
          {t("settings.scripts.make")}
        </Button>
      </Group>
    </DialogForm>
  );
}
