import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, expectServiceState, openSite } from "./harness/site";

/** A shortcut, pressed as a hand does: a scanner's keys follow each other faster and mean something else. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key, { delay: 140 });
}

/** Goes on with Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((one) => one.textContent) : [];
      return [
        element?.getAttribute("aria-label") ?? "",
        ...labels,
        element instanceof HTMLButtonElement ? element.textContent : "",
      ]
        .join(" ")
        .trim();
    });
    if (name.test(here)) return;
    passed.push(here.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${String(name)}; it passed ${passed.join(" | ")}`);
}

/** Gives a command by the palette. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByPlaceholder("Search actions and places").waitFor();
  await page.keyboard.type(words);
  await page.getByRole("dialog").getByRole("option", { selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test(
  "a technician takes a colocation from the order to its close with the keyboard alone",
  { timeout: 90_000 },
  async () => {
    const { page, panel } = await openSite();
    await page.evaluate(() => {
      const heard = ["mousedown", "pointerdown"];
      for (const name of heard)
        window.addEventListener(name, () => (document.title = "a mouse was used"), { capture: true });
    });

    await press(page, "n");
    await page.getByPlaceholder("Search by name or e-mail").waitFor();
    await tabTo(page, /^Customer/);
    await page.keyboard.type("Client");
    await page.getByRole("option", { name: /Client One/ }).waitFor();
    await press(page, "ArrowDown", "Enter");
    await tabTo(page, /^Tariff/);
    await press(page, "ArrowDown");
    await page.getByRole("option", { name: /Colo 1U/ }).waitFor();
    await press(page, "ArrowDown", "Enter");
    await page.getByText("First period").waitFor();
    await tabTo(page, /IPv4/);
    await press(page, "Control+a");
    await page.keyboard.type("2");
    await tabTo(page, /^Label/);
    await page.keyboard.type("hands-only");
    await press(page, "Control+Enter");
    await page.getByRole("button", { name: /Open task T-1/ }).waitFor();
    await tabTo(page, /Open task T-1/);
    await press(page, "Enter");

    await page.getByRole("button", { name: /^Accept/ }).waitFor();
    await press(page, "a");
    await page.getByLabel("Server id").waitFor();
    await press(page, "e");
    await page.keyboard.type("101");
    await page.getByText("colo-a12").first().waitFor();
    await tabTo(page, /^Rack/);
    await page.keyboard.type("A12");
    await tabTo(page, /^Username/);
    await page.keyboard.type("root");
    await tabTo(page, /^Password/);
    await page.keyboard.type("hunter2");
    await page.getByText("2 needed", { exact: false }).waitFor();
    await press(page, "Control+Enter");
    const [service] = (await ask(page, "service.list", {})).rows;
    const serviceId = service?.id ?? "";
    await expectServiceState(page, serviceId, "active");

    await openService(page);
    for (const { address } of (await ask(page, "service.get", { id: serviceId })).service.addresses)
      await page.getByText(address).first().waitFor();
    await command(page, "go to servers");
    await page.getByRole("grid").or(page.getByRole("listbox")).first().waitFor();

    await openService(page);
    await tabTo(page, /^Suspend/);
    await press(page, "Enter");
    await confirm(page, /^Suspend/);
    await expectServiceState(page, serviceId, "suspended");
    await page.getByRole("button", { name: "Resume" }).waitFor();
    await tabTo(page, /^Resume/);
    await press(page, "Enter");
    await expectServiceState(page, serviceId, "active");

    await page.getByRole("button", { name: "Close service" }).waitFor();
    await tabTo(page, /^Close service/);
    await press(page, "Enter");
    await confirm(page, /^Create the task/);
    await page.getByRole("button", { name: /^Accept/ }).waitFor();
    await press(page, "a");
    await page.getByRole("button", { name: /^Close the service/ }).waitFor();
    await press(page, "c");
    await confirm(page, /^Close the service/);
    await expectServiceState(page, serviceId, "closed");
    expect(panel.site.addresses.filter((address) => address.serverId === 101)).toEqual([]);
    expect(await page.title()).not.toBe("a mouse was used");
  },
);

/** Goes to the services and opens the first one. */
async function openService(page: Page): Promise<void> {
  await press(page, "g", "s");
  await page.getByText("hands-only").first().waitFor();
  await press(page, "j", "Enter");
  await page.getByRole("heading", { name: "hands-only" }).waitFor();
}

/** Says yes in the dialog that is open. */
async function confirm(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name }).waitFor();
  await tabTo(page, name);
  await press(page, "Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
