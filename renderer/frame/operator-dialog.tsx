import { Autocomplete, Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../hooks/use-command";
import { useQuery } from "../hooks/use-query";
import { DialogForm } from "../parts/dialog-form";
import { FaultNotice } from "../parts/fault-notice";
import { issuesByField } from "../parts/field-issues";
import { useConsole } from "../stores/console-store";

/** Who works at this console. */
export function OperatorDialog() {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator ?? "");
  const isAsked = useConsole((state) => state.isOperatorDialogOpen);
  const showOperatorDialog = useConsole((state) => state.showOperatorDialog);
  return (
    <Modal
      opened={isAsked}
      title={operator === "" ? t("frame.noOperator") : t("frame.switchOperator")}
      onClose={() => {
        showOperatorDialog(false);
      }}
    >
      {isAsked ? <OperatorForm operator={operator} /> : null}
    </Modal>
  );
}

function OperatorForm({ operator }: { readonly operator: string }) {
  const { t } = useTranslation();
  const known = useQuery("operator.list", {});
  const switching = useCommand("operator.switch");
  const { loadSession, showOperatorDialog, putDraftsAway, putFormsAway, invalidate } = useConsole.getState();
  const [name, setName] = useState(operator);
  const submit = async (): Promise<void> => {
    await Promise.all([putDraftsAway(), putFormsAway()]);
    const result = await switching.run({ name });
    if (!result.ok) return;
    await loadSession();
    invalidate(new Set(["draft", "message"]));
    showOperatorDialog(false);
  };
  const nameIssue = issuesByField(switching.fault)["name"];
  return (
    <DialogForm onSubmit={submit}>
      <Text c="dimmed">{t("frame.operatorExplanation")}</Text>
      <Autocomplete
        label={t("frame.operatorName")}
        data={[...(known.value ?? [])]}
        value={name}
        onChange={setName}
        maxLength={60}
        error={nameIssue ?? null}
        data-autofocus
      />
      {nameIssue === undefined ? <FaultNotice fault={switching.fault} /> : null}
      <Group justify="flex-end">
        <Button type="submit" loading={switching.isRunning}>
          {t("frame.signIn")}
        </Button>
      </Group>
    </DialogForm>
  );
}
