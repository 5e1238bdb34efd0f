import { Button, Group, Modal, NumberInput, Stack, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionEdit } from "../../../main/contract/shapes/action";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { issuesByField } from "../../parts/field-issues";

interface StepEditProps {
  readonly stepId: string;
  /** The present values; null while the dialog is closed. */
  readonly editable: ActionEdit | null;
  readonly onEnd: () => void;
}

/** Changes what a step is going to do before it goes out. */
export function StepEdit({ stepId, editable, onEnd }: StepEditProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={editable !== null} onClose={onEnd} title={t("activity.edit.title")}>
      {/* Mounted anew each time it opens, so an abandoned edit never stays. */}
      {editable ? <StepEditForm stepId={stepId} editable={editable} onEnd={onEnd} /> : null}
    </Modal>
  );
}

function StepEditForm({ stepId, editable, onEnd }: StepEditProps & { readonly editable: ActionEdit }) {
  const { t } = useTranslation();
  const save = useCommand("action.edit");
  const [edit, setEdit] = useState(editable);
  const issues = issuesByField(save.fault, "edit");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ id: stepId, edit }).then((result) => {
          if (result.ok) onEnd();
        });
      }}
    >
      <Stack gap="sm">
        <EditFields edit={edit} issues={issues} onChange={setEdit} />
        {Object.keys(issues).length > 0 ? null : <FaultNotice fault={save.fault} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onEnd}>
            {t("parts.cancel")}
          </Button>
          <Button type="submit" loading={save.isRunning}>
            {t("activity.edit.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface EditFieldsProps {
  readonly edit: ActionEdit;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (edit: ActionEdit) => void;
}

function EditFields({ edit, issues, onChange }: EditFieldsProps) {
  const { t } = useTranslation();
  const numberField = (label: string, value: number, issue: string | undefined, set: (value: number) => void) => (
    <NumberInput
      label={label}
      value={value}
      min={1}
      allowDecimal={false}
      error={issue}
      onChange={(typed) => {
        set(Number(typed));
      }}
    />
  );
  switch (edit.kind) {
    case "set-owner":
      return (
        <TextInput
          label={t("activity.edit.owner")}
          description={t("activity.edit.ownerHint")}
          value={edit.ownerEmail ?? ""}
          error={issues["ownerEmail"]}
          data-autofocus
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            onChange({ ...edit, ownerEmail: typed === "" ? null : typed });
          }}
        />
      );
    case "assign-addresses":
      return numberField(t("activity.edit.count"), edit.count, issues["count"], (count) => {
        onChange({ ...edit, count });
      });
    case "create-server":
      return (
        <>
          <TextInput
            label={t("activity.edit.name")}
            value={edit.name}
            error={issues["name"]}
            data-autofocus
            onChange={(event) => {
              onChange({ ...edit, name: event.currentTarget.value });
            }}
          />
          <TagsInput
            label={t("activity.edit.units")}
            description={t("activity.edit.unitsHint")}
            value={edit.units.map(String)}
            error={Object.entries(issues).find(([path]) => path.startsWith("units"))?.[1]}
            onChange={(typed) => {
              onChange({ ...edit, units: typed.map(Number).sort((a, b) => a - b) });
            }}
          />
        </>
      );
    case "connect-switch":
    case "connect-pdu":
      return numberField(t(`activity.edit.${edit.kind}`), edit.portId, issues["portId"], (portId) => {
        onChange({ ...edit, portId });
      });
  }
}
