import { Button, Group, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { WarningLine } from "../../parts/warning-line";
import type { ServerTarget } from "./server-target";

interface OwnerDialogProps {
  readonly isOpen: boolean;
  readonly target: ServerTarget;
  readonly customerEmail: string;
  readonly onClose: () => void;
}

/** Sets or clears the panel's owner of a server. */
export function OwnerDialog(props: OwnerDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("servers.ownerDialog.title", { name: props.target.facts.name })}
    >
      {props.isOpen ? <OwnerForm {...props} /> : null}
    </Modal>
  );
}

function OwnerForm({ target, customerEmail, onClose }: OwnerDialogProps) {
  const { t } = useTranslation();
  const { moduleId, serverId, facts } = target;
  const users = useQuery("user.list", { moduleId });
  const setting = useCommand("server.set-owner");
  const emails = users.value?.facts.map((user) => user.email) ?? [];
  const isCustomerKnown = emails.includes(customerEmail);
  const [chosen, setChosen] = useState<string | null>(null);
  const email = chosen ?? facts.ownerEmail ?? (isCustomerKnown ? customerEmail : "");
  const save = async (): Promise<void> => {
    const result = await setting.run({ moduleId, serverId, ownerEmail: email === "" ? null : email });
    if (result.ok) onClose();
  };
  return (
    <DialogForm onSubmit={save}>
      <FaultNotice fault={users.fault} onRetry={users.reload} />
      <Select
        label={t("servers.ownerDialog.label")}
        searchable
        clearable
        placeholder={t("servers.ownerDialog.clear")}
        nothingFoundMessage={t("servers.connectionDialog.nothingFound")}
        value={email === "" ? null : email}
        data={(users.value?.facts ?? []).map((user) => ({
          value: user.email,
          label:
            user.email === customerEmail
              ? t("servers.ownerDialog.customer", { email: user.email })
              : user.fullName === ""
                ? user.email
                : `${user.fullName} · ${user.email}`,
        }))}
        onChange={(value) => {
          setChosen(value ?? "");
        }}
      />
      {users.value && customerEmail !== "" && !isCustomerKnown ? (
        <WarningLine>{t("servers.ownerDialog.unknownCustomer", { email: customerEmail })}</WarningLine>
      ) : null}
      <FaultNotice fault={setting.fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={setting.isRunning} disabled={email === (facts.ownerEmail ?? "")}>
          {email === "" ? t("servers.ownerDialog.clearSave") : t("servers.ownerDialog.save")}
        </Button>
      </Group>
    </DialogForm>
  );
}
