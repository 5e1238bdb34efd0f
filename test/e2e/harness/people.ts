import type { Page } from "playwright-core";
import { callFrom, valueOf } from "./call";

/** Who has set up the sites of these tests. */
export const administrator = { name: "Olga", passphrase: "olga keeps this site" };
export const vaultPassphrase = "the passwords of this site";

/** Sets a new site up, or signs its administrator in, and opens the stored passwords. Whoever the host vouches for works already. */
export async function beginWork(page: Page): Promise<void> {
  await page.locator(".gate, .frame").first().waitFor();
  const { access } = await describe(page);
  if (access === "no-operators")
    valueOf("profile.set-up", await callFrom(page, "profile.set-up", { administrator, vaultPassphrase }));
  if (access === "signed-out") await signIn(page, administrator.name, administrator.passphrase);
  if (!(await describe(page)).vault.isOpen) await openVault(page);
  await page.getByRole("navigation").waitFor();
}

/** Signs in, or takes over, past the window. */
export async function signIn(page: Page, name: string, secret: string): Promise<void> {
  valueOf("operator.sign-in", await callFrom(page, "operator.sign-in", { name, secret }));
}

async function openVault(page: Page): Promise<void> {
  const unlocked = await callFrom(page, "vault.unlock", { by: "passphrase", text: vaultPassphrase });
  valueOf("vault.unlock", unlocked);
}

async function describe(page: Page) {
  return valueOf("console.describe", await callFrom(page, "console.describe", {}));
}
