import { Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isUsable, PassphraseFields, type NewPassphrase } from "./passphrase-fields";
import { WarningLine } from "./warning-line";

/** The fewest characters, as the contract has them. */
const shortest = 12;

/** What is to keep the key of the stored passwords. */
export interface Protection {
  readonly by: "keychain" | "passphrase";
  readonly passphrase: NewPassphrase;
}

export function isProtectionReady({ by, passphrase }: Protection): boolean {
  return by === "keychain" || isUsable(passphrase, shortest);
}

interface ProtectionChoiceProps {
  /** The keychain at hand; empty when there is none that can be trusted. */
  readonly backend: string;
  readonly value: Protection;
  readonly isChecked: boolean;
  readonly issue?: string | undefined;
  readonly onChange: (value: Protection) => void;
}

/** Keychain or passphrase; without a keychain that can be trusted, a passphrase and the reason. */
export function ProtectionChoice({ backend, value, isChecked, issue, onChange }: ProtectionChoiceProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {backend === "" ? (
        <WarningLine tone="neutral">{t("secrets.protection.noKeychain")}</WarningLine>
      ) : (
        <Radio.Group
          aria-label={t("secrets.protection.which")}
          value={value.by}
          onChange={(by) => {
            onChange({ ...value, by: by === "keychain" ? "keychain" : "passphrase" });
          }}
        >
          <Stack gap="xs">
            <Radio
              value="keychain"
              label={t("secrets.protection.keychain")}
              description={t("secrets.protection.keychainText", { backend: backendName(backend) })}
            />
            <Radio
              value="passphrase"
              label={t("secrets.protection.passphrase")}
              description={t("secrets.protection.passphraseText")}
            />
          </Stack>
        </Radio.Group>
      )}
      {value.by === "passphrase" ? (
        <PassphraseFields
          label={t("secrets.protection.label")}
          value={value.passphrase}
          shortest={shortest}
          isChecked={isChecked}
          issue={issue}
          onChange={(passphrase) => {
            onChange({ ...value, passphrase });
          }}
        />
      ) : null}
    </Stack>
  );
}

const backendNames: Readonly<Record<string, string>> = {
  gnome_libsecret: "GNOME Keyring",
  kwallet: "KWallet",
  kwallet5: "KWallet",
  kwallet6: "KWallet",
  dpapi: "Windows",
  keychain: "The macOS Keychain",
  // Electron 25 does not tell which one it is.
  desktop_keyring: "The keyring of this desktop",
};

/** The keychain by the name that its desktop gives it. */
export function backendName(backend: string): string {
  return backendNames[backend] ?? backend;
}
