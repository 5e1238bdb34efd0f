import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../hooks/use-command";
import { DialogForm } from "../parts/dialog-form";
import { FaultNotice } from "../parts/fault-notice";
import { issuesByField } from "../parts/field-issues";
import { noPassphrase } from "../parts/passphrase-fields";
import { isProtectionReady, ProtectionChoice, type Protection } from "../parts/protection-choice";
import { useConsole } from "../stores/console-store";

/** After the recovery code has opened the stored passwords: what keeps their key on this computer from now on. */
export function VaultProtection({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const backend = useConsole((state) => state.description?.vault.availableBackend ?? "");
  const protecting = useCommand("vault.protect");
  const [isChecked, setIsChecked] = useState(false);
  const [protection, setProtection] = useState<Protection>({
    by: backend === "" ? "passphrase" : "keychain",
    passphrase: noPassphrase,
  });
  const issue = issuesByField(protecting.fault)["vaultPassphrase"];
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (!isProtectionReady(protection)) return;
    const { by, passphrase } = protection;
    const result = await protecting.run({ vaultPassphrase: by === "keychain" ? null : passphrase.text });
    if (result.ok) onEnd();
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text>{t("secrets.vault.protectIntro")}</Text>
      <ProtectionChoice
        backend={backend}
        value={protection}
        isChecked={isChecked}
        issue={issue}
        onChange={setProtection}
      />
      {issue === undefined ? <FaultNotice fault={protecting.fault} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("secrets.vault.protectLater")}
        </Button>
        <Button type="submit" loading={protecting.isRunning}>
          {t("secrets.vault.protectAction")}
        </Button>
      </Group>
    </DialogForm>
  );
}
