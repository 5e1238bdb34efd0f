import type { CallName, CallOutput, ParsedInput } from "../contract/calls";
import type { VaultState } from "../contract/shapes/vault";
import { readRecoveryCode } from "../domain/recovery-code";
import { KeychainRefused, VaultLocked } from "../ports/host";
import type { Rekeying } from "../ports/host";
import type { App } from "./app";
import { invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { isUnwritable } from "./kept-drafts";
import { tryingVault } from "./vault-attempts";
import { vaultNote } from "./vault-note";

/** Names the key that the store's secrets are sealed with; written in the transaction that seals them. */
export const vaultKeySetting = "vault.key";

/** Opens the secrets for the life of the program. Panels that waited for their password are asked at once. */
export async function unlockVault(app: App, input: ParsedInput<"vault.unlock">): Promise<VaultState> {
  if (input.by === "recovery-code") requireWellTyped(input.text);
  await tryingVault(app, "vault.unlock", () => app.vault.unlock(input.by, input.text));
  const by = input.by === "passphrase" ? "the passphrase" : "the recovery code";
  await tell(app, "vault.unlock", `The site's secrets opened with ${by}`);
  app.courier.hasten();
  return app.vault.state();
}

/** Wraps the open key for this desktop or by a passphrase. Without a recovery code that could end in a lock-out, so there has to be one. */
export async function protectVault(app: App, { vaultPassphrase }: ParsedInput<"vault.protect">): Promise<VaultState> {
  if (!app.vault.state().hasRecoveryCode)
    throw notAllowed("no-recovery-code", "Make a recovery code for the secrets first, or a new key, which brings one");
  await refusingKeychain(() => app.vault.protect(vaultPassphrase));
  const state = app.vault.state();
  await tell(app, "vault.protect", `The site's secrets are protected by ${protectionOf(state)}`);
  return state;
}

export async function makeRecoveryCode(app: App): Promise<CallOutput<"vault.make-recovery-code">> {
  const recoveryCode = await app.vault.makeRecoveryCode();
  await tell(app, "vault.make-recovery-code", "A new recovery code for the site's secrets; the one before is void");
  return { recoveryCode };
}

/** Replaces the key. What the present one cannot read stays as it is and has to be entered again. */
export async function rekeyVault(
  app: App,
  { vaultPassphrase }: ParsedInput<"vault.rekey">,
): Promise<CallOutput<"vault.rekey">> {
  const rekeying = await refusingKeychain(() => app.vault.beginRekeying(vaultPassphrase));
  const { resealed, left } = await resealing(app, rekeying);
  try {
    rekeying.finish();
  } catch (error) {
    app.log.warn("the new key is settled at the next start", { error });
  }
  app.publish({ name: "session.changed" });
  return { recoveryCode: rekeying.recoveryCode, resealed, unreadable: left };
}

/** One transaction with the name of the key, which tells after a crash whether it was committed. */
async function resealing(app: App, rekeying: Rekeying): Promise<{ resealed: number; left: number }> {
  try {
    return await change(app, "vault.rekey", async (unit) => {
      const counts = await unit.repositories.secrets.resealAll((sealed) => unlessLocked(() => rekeying.reseal(sealed)));
      await unit.repositories.settings.put(vaultKeySetting, rekeying.keyId);
      const unreadable = counts.left === 0 ? "" : `, ${String(counts.left)} could not be read`;
      unit.journal(vaultNote(`A new key for the site's secrets: ${String(counts.resealed)} sealed anew${unreadable}`));
      return counts;
    });
  } catch (error) {
    // Only the store knows whether it was committed: a key that it names must not be dropped, whatever failed after that.
    const named = await app.store.read(({ settings }) => settings.find(vaultKeySetting));
    if (named === rekeying.keyId) rekeying.finish();
    else rekeying.giveUp();
    throw error;
  }
}

function unlessLocked(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultLocked) return undefined;
    throw error;
  }
}

/** Throws `not-allowed` where the keychain is to wrap the key and cannot be trusted. */
export async function refusingKeychain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeychainRefused) throw notAllowed("no-keychain", error.message);
    throw error;
  }
}

export function protectionOf({ protection, backend }: VaultState): string {
  return protection === "os-keychain" ? `the keychain ${backend}` : "a passphrase";
}

/** A typing mistake is no attempt. */
function requireWellTyped(text: string): void {
  const read = readRecoveryCode(text);
  if (read.is === "mistyped") throw invalidInput([{ path: "text", message: read.message }]);
}

/** It has happened by now, so that a full disk must not take it back or keep a recovery code from whoever asked for it. */
async function tell(app: App, call: CallName, summary: string): Promise<void> {
  try {
    await change(app, call, (unit) => {
      unit.journal(vaultNote(summary));
      return Promise.resolve();
    });
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    app.log.warn("the journal could not be told", { call, error });
  }
  app.publish({ name: "session.changed" });
}
