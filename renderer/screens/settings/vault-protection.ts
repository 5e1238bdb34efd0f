import type { VaultState } from "../../../main/contract/shapes/vault";
import { noPassphrase } from "../../parts/passphrase-fields";
import type { Protection } from "../../parts/protection-choice";

/** What to choose first: as it is now, or a passphrase where there is no keychain. */
export function firstProtection({ availableBackend, protection }: VaultState): Protection {
  const isByHand = availableBackend === "" || protection === "passphrase";
  return { by: isByHand ? "passphrase" : "keychain", passphrase: noPassphrase };
}

/** As the calls take it: null where the keychain is to wrap the key. */
export function vaultPassphraseOf({ by, passphrase }: Protection): string | null {
  return by === "keychain" ? null : passphrase.text;
}
