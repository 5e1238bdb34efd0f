import type { CallName } from "../contract/calls";
import { WrongSecret } from "../ports/host";
import type { App } from "./app";
import { countShape, noAttempts, oneMore, wrongSecret } from "./attempts";
import type { Count } from "./attempts";
import { change, inNameOf } from "./change";
import { automaticPerformer } from "./open-task";
import { vaultAttemptsSetting } from "./settings";
import { vaultNote } from "./vault-note";

/**
 * Runs what opens the vault. A wrong secret is told in the journal and makes the next attempt wait as a sign-in's does; an attempt before that instant
 * is refused without looking. Throws `wrong-secret`.
 */
export async function tryingVault<T>(app: App, call: CallName, work: () => Promise<T>): Promise<T> {
  const count = await countAttempt(app);
  let value: T;
  try {
    value = await work();
  } catch (error) {
    if (!(error instanceof WrongSecret)) {
      await storeCount(app, takenBack(count));
      throw error;
    }
    await change(nameOf(app), call, (unit) => {
      unit.journal(vaultNote("A wrong passphrase or recovery code for the site's secrets refused"));
      return Promise.resolve();
    });
    throw wrongSecret(error.message, count, app);
  }
  await storeCount(app, noAttempts);
  return value;
}

function countAttempt(app: App): Promise<Count> {
  return app.store.write(async ({ settings }) => {
    const stored = await settings.find(vaultAttemptsSetting);
    const before = stored === undefined ? noAttempts : countShape.parse(JSON.parse(stored));
    const count = oneMore(app, before);
    await settings.put(vaultAttemptsSetting, JSON.stringify(count));
    return count;
  });
}

/** No secret was looked at: nothing was guessed. */
function takenBack({ failedAttempts }: Count): Count {
  return { failedAttempts: failedAttempts - 1, blockedUntil: null };
}

function storeCount(app: App, count: Count): Promise<void> {
  return app.store.write(({ settings }) => settings.put(vaultAttemptsSetting, JSON.stringify(count)));
}

/** Setting a site up is nobody's call yet. */
function nameOf(app: App): App {
  return app.session.operator === "" ? inNameOf(app, automaticPerformer) : app;
}
