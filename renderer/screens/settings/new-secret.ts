import type { NewSecret, SignInKind } from "../../../main/contract/shapes/operator";
import { isUsable, noPassphrase, type NewPassphrase } from "../../parts/passphrase-fields";

/** A new PIN or passphrase as it is being typed, twice. */
export interface SecretDraft {
  readonly kind: SignInKind;
  readonly typed: NewPassphrase;
}

/** The fewest characters, as the contract has them. */
export const shortestPassphrase = 10;

export function emptySecret(kind: SignInKind): SecretDraft {
  return { kind, typed: noPassphrase };
}

export function isPin(text: string): boolean {
  return /^\d{4,12}$/.test(text);
}

/** Whether it can be sent: long enough, and the same twice. */
export function isSecretReady({ kind, typed }: SecretDraft): boolean {
  return kind === "pin" ? isPin(typed.text) && typed.text === typed.again : isUsable(typed, shortestPassphrase);
}

export function secretOf({ kind, typed }: SecretDraft): NewSecret {
  return { kind, text: typed.text };
}
