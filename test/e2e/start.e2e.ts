import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { callFrom } from "./harness/call";
import { launchConsole } from "./harness/console";

test("the window opens on the start screen, which is accessible", async () => {
  const { page } = await launchConsole({ isAtGate: true });

  await page.getByRole("button", { name: /practice site/i }).waitFor();

  expect(await page.title()).toContain("Rackside");
  expect(page.url()).toBe("app://rackside/index.html");
  await expectAccessible(page);
});

test("the page is served with a content security policy that lets no foreign code in", async () => {
  const { app, page } = await launchConsole({ isAtGate: true });

  const policy = await app.evaluate(
    async ({ net }, address) => (await net.fetch(address)).headers.get("content-security-policy"),
    page.url(),
  );

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(await page.evaluate(isInlineScriptRun)).toBe(false);
});

test("the page sees nothing of Node or Electron but the bridge", async () => {
  const { page } = await launchConsole({ isAtGate: true });

  const seen = await page.evaluate(() => ({
    node: ["require", "process", "module", "Buffer", "__dirname"].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, "rackside") as object).sort(),
  }));

  expect(seen).toEqual({ node: [], bridge: ["call", "subscribe"] });
});

test("a second start on the same folder shows the first window and ends", async () => {
  const first = await launchConsole({ isAtGate: true });
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
  });

  await expect(launchConsole({ root: first.root, isAtGate: true })).rejects.toThrow();

  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test("a preference outlives the program", async () => {
  const first = await launchConsole({ isAtGate: true });
  await callFrom(first.page, "preference.set", { theme: "dark", listWidth: 512 });
  await first.close();

  const { page } = await launchConsole({ root: first.root, isAtGate: true });

  const answer = await callFrom(page, "preference.get", {});
  expect(answer).toMatchObject({ ok: true, value: { theme: "dark", listWidth: 512, density: "normal" } });
});

function isInlineScriptRun(): boolean {
  const script = document.createElement("script");
  script.textContent = "document.documentElement.dataset.inline = 'ran'";
  document.head.append(script);
  return document.documentElement.dataset["inline"] === "ran";
}
