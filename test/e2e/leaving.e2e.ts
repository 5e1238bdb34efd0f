import type { ElectronApplication } from "playwright-core";
import { expect, test } from "vitest";
import { launchConsole } from "./harness/console";
import { ask, openSite } from "./harness/site";
import type { Site } from "./harness/site";

test("closing the window tells once of the steps that wait, and stays when asked to", { timeout: 60_000 }, async () => {
  const { app, page } = await openSiteWithWaitingStep();

  expect(await closeAndAnswer(app, "Stay")).toBe("1 step waits");
  expect((await ask(page, "link.list", {})).map(({ waiting }) => waiting)).toEqual([1]);

  const child = app.process();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  expect(await closeAndAnswer(app, "Quit")).toBe("1 step waits");
  expect(await gone).toBe(0);
});

test("a locked console tells of the steps that wait as well", { timeout: 60_000 }, async () => {
  const { app, page } = await openSiteWithWaitingStep();
  await ask(page, "operator.lock", {});
  await page.getByRole("heading", { name: /^Locked by/ }).waitFor();

  expect(await closeAndAnswer(app, "Stay")).toBe("1 step waits");
});

test("a system that shuts down is not held up by steps that wait", { timeout: 60_000 }, async () => {
  const { app } = await openSiteWithWaitingStep();

  const child = app.process();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");

  expect(await gone).toBe(0);
});

test("what was typed right before the window was closed is there at the next start", { timeout: 60_000 }, async () => {
  const site = await openSite();
  await site.page.getByRole("button", { name: "New order" }).first().click();
  const gone = new Promise((resolve) => site.app.process().once("exit", resolve));
  await site.page.getByLabel("Label").fill("typed last");
  await site.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
  await gone;

  const { page } = await launchConsole({ root: site.root });

  await page.getByRole("button", { name: "New order" }).first().click();
  await page.getByText(/^Typed .* and not sent yet\. It was restored\./).waitFor();
  expect(await page.getByLabel("Label").inputValue()).toBe("typed last");
});

async function openSiteWithWaitingStep(): Promise<Site> {
  const site = await openSite();
  const [owner] = site.panel.site.users;
  if (!owner) throw new Error("The site lacks a user");
  await ask(site.page, "module.hold", { id: site.moduleId });
  await ask(site.page, "server.set-owner", { moduleId: site.moduleId, serverId: 101, ownerEmail: owner.email });
  return site;
}

/** Closes the window as a person does, gives the answer to the question, and tells what the question was. */
function closeAndAnswer(app: ElectronApplication, answer: string): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow, dialog }, button) =>
      new Promise<string>((resolve) => {
        dialog.showMessageBox = ((_: unknown, { message, buttons = [] }: Electron.MessageBoxOptions) => {
          resolve(message);
          return Promise.resolve({ response: buttons.indexOf(button), checkboxChecked: false });
        }) as typeof dialog.showMessageBox;
        BrowserWindow.getAllWindows()[0]?.close();
      }),
    answer,
  );
}
