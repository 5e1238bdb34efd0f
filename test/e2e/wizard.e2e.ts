import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { ask, startPanel } from "./harness/site";

test(
  "a module is added through the wizard, its self-signed certificate compared and pinned",
  { timeout: 90_000 },
  async () => {
    const panel = await startPanel({ tls: true });
    const { page } = await launchConsole();
    await page.getByRole("button", { name: "Connect to a panel" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Panel address").fill(panel.url);
    await page.getByLabel("Username").fill("dc@example.net");
    await page.getByRole("textbox", { name: "Password" }).fill("wrong");
    await page.getByRole("button", { name: "Try connection" }).click();

    const dialog = page.getByRole("dialog");
    await dialog.getByText("SHA-256 fingerprint").waitFor();
    const shown = (await dialog.innerText()).replace(/[^0-9A-F]/g, "");
    expect(shown).toContain((panel.certificateFingerprint ?? "").replaceAll(":", ""));
    expect(panel.requests).toEqual([]);
    await expectAccessible(page);
    await dialog.getByLabel("I have compared the fingerprint").check();
    await dialog.getByRole("button", { name: "Trust this certificate" }).click();

    await page
      .getByText(/password/i)
      .and(page.getByText(/not accept|refused/i))
      .first()
      .waitFor();
    expect(await page.getByLabel("Panel address").inputValue()).toBe(panel.url);
    await page.getByRole("textbox", { name: "Password" }).fill("s3cret");
    await page.getByRole("button", { name: "Try connection" }).click();
    await page.getByText("Signed in as dc@example.net").waitFor();
    await page.getByRole("button", { name: "Next" }).click();

    await page
      .getByLabel("Name", { exact: true })
      .or(page.getByRole("textbox", { name: /^Name/ }))
      .first()
      .fill("dc-1");
    await addNew(page, /Data centre/, "Riga-1");
    await addNew(page, /Department/, "Floor");
    await page.getByRole("button", { name: "Add module" }).click();

    await page.getByText("Configuration", { exact: true }).waitFor();
    const [module] = await ask(page, "module.list", {});
    expect(module).toMatchObject({ name: "dc-1", certificate: { fingerprint: panel.certificateFingerprint } });
    await expect.poll(async () => (await ask(page, "link.list", {}))[0]?.state).toBe("up");

    await panel.replaceCertificate();
    await page.getByRole("button", { name: "Ask now" }).click();
    await page.getByText("Certificate not trusted").first().waitFor();
  },
);

/** Adds a data centre or department where the wizard asks for one. */
async function addNew(
  page: Awaited<ReturnType<typeof launchConsole>>["page"],
  field: RegExp,
  name: string,
): Promise<void> {
  const box = page.getByRole("textbox", { name: new RegExp(`${field.source}.*name of the new one`) });
  if (!(await box.isVisible())) {
    const opener = page.getByRole("button", { name: "Add a new one" });
    await (field.source === "Data centre" ? opener.first() : opener.last()).click();
  }
  await box.fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await box.waitFor({ state: "detached" });
}
