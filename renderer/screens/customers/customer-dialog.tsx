import { Button, Group, Modal, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../../main/contract/shapes/directory";
import { useCommand } from "../../hooks/use-command";
import { useEditedCopy } from "../../hooks/use-edited-copy";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";

interface CustomerDialogProps {
  /** Null while the dialog is closed. */
  readonly edited: Customer | "new" | null;
  readonly onEnd: () => void;
}

/** Adds a customer or changes one. */
export function CustomerDialog({ edited, onEnd }: CustomerDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={edited !== null}
      onClose={onEnd}
      title={t(edited === "new" ? "customers.newTitle" : "customers.editTitle")}
    >
      {edited === null ? null : <CustomerForm customer={edited === "new" ? null : edited} onEnd={onEnd} />}
    </Modal>
  );
}

interface CustomerDraft {
  readonly name: string;
  readonly email: string;
  readonly note: string;
}

const draftOf = (customer: Customer | null): CustomerDraft => ({
  name: customer?.name ?? "",
  email: customer?.email ?? "",
  note: customer?.note ?? "",
});

function CustomerForm({ customer, onEnd }: { readonly customer: Customer | null; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const copy = useEditedCopy(`customer ${customer?.id ?? "new"}`, customer, draftOf);
  const add = useCommand("customer.add");
  const save = useCommand("customer.save");
  const fault = add.fault ?? save.fault;
  const issues = issuesByField(fault);
  const submit = async (): Promise<void> => {
    const result = customer
      ? await save.run({ id: customer.id, revision: copy.revision, ...copy.draft })
      : await add.run(copy.draft);
    if (!result.ok) return;
    copy.revert();
    onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <TextInput
        withAsterisk
        data-autofocus
        label={t("customers.name")}
        maxLength={120}
        value={copy.draft.name}
        error={issues["name"]}
        onChange={(event) => {
          copy.change({ name: event.currentTarget.value });
        }}
      />
      <TextInput
        withAsterisk
        label={t("customers.email")}
        inputMode="email"
        maxLength={200}
        value={copy.draft.email}
        error={issues["email"]}
        onChange={(event) => {
          copy.change({ email: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t("customers.note")}
        rows={3}
        maxLength={500}
        value={copy.draft.note}
        error={issues["note"]}
        onChange={(event) => {
          copy.change({ note: event.currentTarget.value });
        }}
      />
      {isCoveredByFields(fault, Object.keys(copy.draft)) ? null : <FaultNotice fault={fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={add.isRunning || save.isRunning}>
          {t(customer ? "customers.save" : "customers.create")}
        </Button>
      </Group>
    </DialogForm>
  );
}
