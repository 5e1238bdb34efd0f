import type { CallInput } from "../../../main/contract/calls";
import { isUsable, noPassphrase, type NewPassphrase } from "../../parts/passphrase-fields";
import type { Protection } from "../../parts/protection-choice";

/** The fewest characters, as the contract has them. */
export const shortestOperatorPassphrase = 10;

export interface SetUpDraft {
  readonly name: string;
  readonly passphrase: NewPassphrase;
  readonly protection: Protection;
}

export function firstDraft(availableBackend: string): SetUpDraft {
  return {
    name: "",
    passphrase: noPassphrase,
    protection: { by: availableBackend === "" ? "passphrase" : "keychain", passphrase: noPassphrase },
  };
}

export function isAdministratorReady({ name, passphrase }: SetUpDraft): boolean {
  return name.trim() !== "" && isUsable(passphrase, shortestOperatorPassphrase);
}

export function setUpInput({ name, passphrase, protection }: SetUpDraft): CallInput<"profile.set-up"> {
  return {
    administrator: { name: name.trim(), passphrase: passphrase.text },
    vaultPassphrase: protection.by === "keychain" ? null : protection.passphrase.text,
  };
}
