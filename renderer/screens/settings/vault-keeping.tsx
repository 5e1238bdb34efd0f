import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VaultState } from "../../../main/contract/shapes/vault";
import { useRight } from "../../hooks/use-right";
import { FactTable } from "../../parts/fact-table";
import { Notice } from "../../parts/notice";
import { backendName } from "../../parts/protection-choice";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { RelativeTime } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import { ProtectDialog } from "./protect-dialog";
import { RecoveryCodeDialog } from "./recovery-code-dialog";
import { RekeyDialog } from "./rekey-dialog";

type Deed = "protect" | "newCode" | "rekey";

const deeds: readonly Deed[] = ["protect", "newCode", "rekey"];

/** What wraps the key of the profile, how old it is, and the ways to change that. */
export function VaultKeeping({ vault }: { readonly vault: VaultState }) {
  const { t } = useTranslation();
  const isPractice = useConsole((state) => state.description?.profile === "practice");
  const mayChange = useRight("vault.protect");
  const [deed, setDeed] = useState<Deed | null>(null);
  const { protection, backend, keyMadeAt, hasRecoveryCode } = vault;
  const end = (): void => {
    setDeed(null);
  };
  return (
    <>
      {vault.isOpen ? null : <WarningLine>{t("settings.vault.closed", { reason: phrase(vault.reason) })}</WarningLine>}
      <Notice
        tone={protection === "os-keychain" || protection === "passphrase" ? "done" : "waiting"}
        title={t(`settings.vault.kept.${protection}`)}
      >
        {t(isPractice ? "settings.vault.practice" : `settings.vault.explained.${protection}`)}
      </Notice>
      <FactTable
        facts={[
          ...(protection === "os-keychain"
            ? [{ label: t("settings.vault.backend"), value: backendName(backend) }]
            : []),
          {
            label: t("settings.vault.keyAge"),
            value: keyMadeAt === null ? null : <RelativeTime at={keyMadeAt} />,
            missing: t("settings.vault.noKey"),
          },
          ...(isPractice
            ? []
            : [
                {
                  label: t("settings.vault.recoveryCode"),
                  value: hasRecoveryCode ? t("settings.vault.hasCode") : null,
                  missing: t("settings.vault.noCode"),
                },
              ]),
        ]}
      />
      {isPractice ? null : mayChange ? (
        <Group gap="xs">
          {deeds.map((one) => (
            <Button
              key={one}
              variant="default"
              disabled={!vault.isOpen}
              onClick={() => {
                setDeed(one);
              }}
            >
              {t(`settings.vault.open.${one}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <ReadOnlyNote />
      )}
      <ProtectDialog vault={deed === "protect" ? vault : null} onEnd={end} />
      <RecoveryCodeDialog isOpen={deed === "newCode"} onEnd={end} />
      <RekeyDialog vault={deed === "rekey" ? vault : null} onEnd={end} />
    </>
  );
}
