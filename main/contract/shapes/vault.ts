import { z } from "zod";
import { instantShape } from "./basics";

/**
 * What wraps the key under which the secrets of a profile are sealed. `key-file`: nothing, the key lies in a file that only its owner reads; for
 * practice profiles, whose passwords are worth nothing. `none`: there is no key yet.
 */
export const secretProtectionShape = z.enum(["os-keychain", "passphrase", "key-file", "none"]);

/** How the secrets of this profile are kept, and whether they can be read now. */
export const vaultStateShape = z.object({
  protection: secretProtectionShape,
  /** The keychain that wrapped the key, such as `gnome_libsecret`, `kwallet6`, `dpapi`, `keychain`; empty for other kinds. */
  backend: z.string(),
  /** The keychain that is at hand on this desktop now; empty when there is none that can be trusted. */
  availableBackend: z.string(),
  isOpen: z.boolean(),
  /** Why it is not open and what opens it; empty while it is. */
  reason: z.string(),
  hasRecoveryCode: z.boolean(),
  /** When the present key was made; null while there is none. */
  keyMadeAt: instantShape.nullable(),
});
export type VaultState = Readonly<z.infer<typeof vaultStateShape>>;

/** Opens every secret of the site on any machine, therefore no PIN. Null where the keychain is to wrap the key. */
export const vaultPassphraseShape = z.string().min(12, "At least 12 characters").max(500).nullable();

/** Told once, to be printed or written down: seven groups of four letters and digits, the last with a check. */
export const recoveryCodeShape = z.string();
