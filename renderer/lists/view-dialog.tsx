import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogForm } from "../parts/dialog-form";
import { FaultNotice } from "../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../parts/field-issues";
import { FormDialog } from "../parts/form-dialog";
import type { Views } from "./use-views";

interface ViewDialogProps {
  /** Null while the dialog is closed. */
  readonly asked: "add" | "rename" | null;
  readonly views: Views;
  readonly onEnd: () => void;
}

/** Asks for the name of a view. */
export function ViewDialog({ asked, views, onEnd }: ViewDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={asked !== null}
      onClose={onEnd}
      title={t(asked === "rename" ? "lists.view.renameTitle" : "lists.view.title")}
    >
      {asked === null ? null : <ViewForm isNew={asked === "add"} views={views} onEnd={onEnd} />}
    </FormDialog>
  );
}

interface ViewFormProps {
  readonly isNew: boolean;
  readonly views: Views;
  readonly onEnd: () => void;
}

function ViewForm({ isNew, views, onEnd }: ViewFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(isNew ? "" : (views.current?.name ?? ""));
  const [isShared, setIsShared] = useState(isNew ? false : (views.current?.isShared ?? false));
  const { isRunning, fault } = isNew ? views.add : views.saving;
  const submit = async (): Promise<void> => {
    const isSaved = isNew ? await views.saveAs(name, isShared) : await views.save({ name, isShared });
    if (isSaved) onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        withAsterisk
        data-autofocus
        label={t("lists.view.name")}
        description={isNew ? t("lists.view.nameHint") : null}
        maxLength={60}
        value={name}
        error={issuesByField(fault)["name"]}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Checkbox
        label={t("lists.view.isShared")}
        checked={isShared}
        onChange={(event) => {
          setIsShared(event.currentTarget.checked);
        }}
      />
      {isCoveredByFields(fault, ["name"]) ? null : <FaultNotice fault={fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t("lists.view.save")}
        </Button>
      </Group>
    </DialogForm>
  );
}
