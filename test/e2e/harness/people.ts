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

/** Who else works at the site, as an administrator has added them. */
export const anna = { name: "Anna", role: "technician", pin: "4711" } as const;
export const boris = { name: "Boris", role: "technician", pin: "8822" } as const;
export const clara = { name: "Clara", role: "auditor", pin: "1209" } as const;

type Person = Readonly<{ name: string; role: "technician" | "auditor"; pin: string }>;

export async function addPeople(page: Page, people: readonly Person[]): Promise<void> {
  for (const { name, role, pin } of people) {
    const secret = { kind: "pin", text: pin } as const;
    valueOf("operator.add", await callFrom(page, "operator.add", { name, role, secret }));
  }
}

/** Types a PIN at the gate and sends it. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.keyboard.press("Enter");
}

/** Hands the console over through the window. */
export async function switchTo(page: Page, { name, pin }: Person): Promise<void> {
  await page
    .getByRole("contentinfo")
    .getByRole("button", { name: /Olga|Anna|Boris|Clara/ })
    .click();
  await page.getByRole("menuitem", { name: "Switch operator" }).click();
  await page.getByRole("button", { name }).click();
  await enterPin(page, pin);
  await page.getByRole("contentinfo").getByRole("button", { name }).waitFor();
}
