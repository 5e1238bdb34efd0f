import { mkdir } from "node:fs/promises";
import { onTestFinished } from "vitest";
import type { SecretVault } from "../../main/ports/host";
import { openTestConsole } from "./console";
import type { TestConsole } from "./console";
import type { createFakeClock } from "./fake-clock";
import { createFakePanel, fakeServer } from "./fake-panel";
import { createKeychain, makeDirectory, openSiteVault } from "./profile-key";

export const administrator = { name: "Vera", passphrase: "correct horse battery" };
export const vaultPassphrase = "a long night in row seven";
/** The desktop's. */
export const keychain = createKeychain(0x5a);

interface Parts {
  readonly directory?: string;
  readonly vault?: SecretVault;
  readonly operator?: string | null;
  readonly clock?: ReturnType<typeof createFakeClock>;
}

/** A site with a vault of its own and one panel; nobody has set it up unless its folder says so. */
export async function openVaultSite({ directory = makeDirectory(), vault, operator = null, clock }: Parts = {}) {
  await mkdir(directory, { recursive: true });
  const panel = createFakePanel();
  panel.servers.set(1, fakeServer(1));
  const used = vault ?? openSiteVault(directory, { keychain });
  const parts = { panels: panel, directory, vault: used, operator, ...(clock && { clock }) };
  const console = await openTestConsole(parts);
  onTestFinished(() => console.stop());
  return { console, panel, vault: used, directory };
}

/** Who did what, newest first. */
export async function journalOf(console: TestConsole): Promise<string[]> {
  const { rows } = await console.call("journal.list", { offset: 0, limit: 100 });
  return rows.map(({ operator, summary }) => `${operator}: ${summary}`);
}
