import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectAccessible } from "./harness/accessible";
import { launchConsole } from "./harness/console";
import { screenshot } from "./harness/screenshot";
import { ask, goTo, openSite, placeOrder, rows as listRows } from "./harness/site";

test("going back to a backup brings the old state, and the state before it is kept", async () => {
  const site = await openSite();
  const { page } = site;
  await placeOrder(site, "before-backup");
  await goTo(page, "Settings");
  await page.getByRole("button", { name: "Backups" }).click();
  const rows = page.getByRole("table", { name: "Backups" }).getByRole("row");
  await rows.nth(1).waitFor();
  await page.getByRole("button", { name: "Back up now" }).click();
  await rows.nth(2).waitFor();
  await placeOrder(site, "after-backup");
  await expectAccessible(page);

  await rows
    .nth(1)
    .getByRole("button", { name: /^Restore/ })
    .click();
  await page.getByText(/present state is kept as a backup first/).waitFor();
  await expectAccessible(page);
  await screenshot(site, "restore");
  await page.getByRole("button", { name: "Restore the backup", exact: true }).click();
  await page.getByText(/^Restored: the backup of/).waitFor();
  await listRows(page).filter({ hasText: "before-backup" }).waitFor();
  expect(await page.getByText("after-backup").count()).toBe(0);
  await expectAccessible(page);
  await screenshot(site, "restored");

  const [present] = await ask(page, "backup.list", {});
  await ask(page, "backup.restore", { name: present?.name ?? "" });
  await listRows(page).filter({ hasText: "after-backup" }).waitFor();
});

test("a damaged database is set aside for its backup, and every screen says so until it is dismissed", async () => {
  const site = await openSite();
  await placeOrder(site, "backed-up");
  await ask(site.page, "backup.make", {});
  await placeOrder(site, "too-late");
  await site.close();
  await damage(join(site.root, "profiles", "site", "rackside.sqlite"));

  const again = await launchConsole({ root: site.root });
  const { page } = again;
  const notice = page.getByRole("complementary", { name: "The database was damaged." });
  await notice.getByText(/was restored; what was entered after it is missing here/).waitFor();
  await notice.getByText(/^rackside\.sqlite\.corrupt-/).waitFor();
  await listRows(page).filter({ hasText: "backed-up" }).waitFor();
  expect(await page.getByText("too-late").count()).toBe(0);
  await expectAccessible(page);
  await screenshot(again, "damaged");

  await goTo(page, "Activity");
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await notice.waitFor({ state: "detached" });
});

/** Overwrites everything after the first page, as a failing disk might. */
async function damage(file: string): Promise<void> {
  // A program that was slow to end leaves its last pages in the write-ahead log, which would mend the file.
  await rm(`${file}-wal`, { force: true });
  const handle = await open(file, "r+");
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
