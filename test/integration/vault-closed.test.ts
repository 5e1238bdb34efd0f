import { describe, expect, test, vi } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import { cardFor, prepareSale } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { openSiteVault } from "../builders/profile-key";
import { administrator, journalOf, openVaultSite, vaultPassphrase } from "../builders/vault-site";

describe("secrets that are closed", () => {
  /** A site that was set up with a passphrase and is opened by the next program. */
  async function openClosed(clock = createFakeClock()) {
    const first = await openVaultSite();
    const { recoveryCode } = await first.console.call("profile.set-up", { administrator, vaultPassphrase });
    const sale = await prepareSale(first.console);
    const order = await first.console.call("order.place", {
      tariffId: sale.tariff.id,
      customerId: sale.customer.id,
      periodMonths: 1,
    });
    await first.console.call("task.accept", { id: order.taskId });
    const { card } = await first.console.call("task.get", { id: order.taskId });
    const fields = { ...cardFor(1), password: "c4rd" };
    await first.console.call("card.save", { taskId: order.taskId, revision: card.revision, fields });
    await first.console.call("draft.save", { taskId: order.taskId, fields: { ...cardFor(1), password: "dr4ft" } });
    await first.console.stop();
    const vault = openSiteVault(first.directory);
    const next = await openVaultSite({ directory: first.directory, vault, operator: "Vera", clock });
    return { ...next, recoveryCode, taskId: order.taskId, sale };
  }

  test("leave everything else readable, and panels say what they wait for", async () => {
    const { console, taskId, sale, panel } = await openClosed();

    expect(await console.call("link.probe", { id: sale.module.id })).toMatchObject({
      state: "needs-sign-in",
      reason: expect.stringContaining("Enter the passphrase") as string,
    });
    expect((await console.call("task.get", { id: taskId })).draft?.fields).toEqual({ ...cardFor(1), password: "" });
    expect(await console.fault("card.reveal", { taskId })).toMatchObject({ kind: "locked" });
    expect(await console.fault("user.list", { moduleId: sale.module.id })).toMatchObject({
      kind: "locked",
    });
    expect(panel.connections).toEqual([]);
  });

  test("keep what was typed before and what is typed now", async () => {
    const { console, taskId } = await openClosed();

    await console.call("draft.save", { taskId, fields: { ...cardFor(1), rack: "B7", password: "" } });
    const fault = await console.fault("draft.save", { taskId, fields: { ...cardFor(1), rack: "B8", password: "n3w" } });

    expect(fault).toMatchObject({ kind: "locked", message: expect.stringContaining("Everything but") as string });
    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    const { draft } = await console.call("task.get", { id: taskId });
    expect(draft?.fields).toMatchObject({ rack: "B8", password: "dr4ft" });
  });

  test("that the next card does not show go with the card all the same", async () => {
    const { console, taskId } = await openClosed();
    const { card } = await console.call("task.get", { id: taskId });

    await console.call("card.save", { taskId, revision: card.revision, fields: { ...cardFor(1), password: "" } });

    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    expect(await console.call("card.reveal", { taskId })).toEqual({ password: "dr4ft" });
  });

  test.each(["passphrase", "recovery-code"] as const)(
    "are opened by the %s, and panels are asked at once",
    async (by) => {
      const clock = createFakeClock();
      const { console, recoveryCode, sale, panel } = await openClosed(clock);
      await console.start();
      await vi.waitFor(async () => {
        expect(await console.call("link.list", {})).toMatchObject([{ state: "needs-sign-in" }]);
      });
      const heard: ConsoleEvent[] = [];
      console.subscribe((event) => heard.push(event));

      const state = await console.call("vault.unlock", {
        by,
        text: by === "passphrase" ? vaultPassphrase : recoveryCode,
      });

      expect(state).toMatchObject({ isOpen: true, reason: "" });
      expect(heard).toContainEqual({ name: "session.changed" });
      await vi.waitFor(async () => {
        expect(await console.call("link.list", {})).toMatchObject([{ moduleId: sale.module.id, state: "up" }]);
      });
      expect(panel.connections.at(-1)?.password).toBe("s3cret");
      const words = by === "passphrase" ? "the passphrase" : "the recovery code";
      expect((await journalOf(console))[0]).toBe(`Vera: The site's secrets opened with ${words}`);
    },
  );

  test("are guessed at more and more slowly, also after a restart, and each try stands in the journal", async () => {
    const clock = createFakeClock();
    const { console, directory } = await openClosed(clock);
    const guess = (by: TestConsole) => by.fault("vault.unlock", { by: "passphrase", text: "wrong words again" });

    const faults = [await guess(console), await guess(console), await guess(console), await guess(console)];

    const blocked = { kind: "wrong-secret", blockedUntil: clock.now() + 5_000 };
    expect(faults.map((fault) => fault.kind === "wrong-secret" && fault.blockedUntil)).toEqual([
      null,
      null,
      null,
      clock.now() + 5_000,
    ]);
    expect(
      await console.fault("vault.unlock", { by: "passphrase", text: vaultPassphrase }),
      "the right one has to wait too",
    ).toMatchObject(blocked);
    expect((await journalOf(console)).filter((summary) => summary.includes("refused"))).toHaveLength(4);
    await console.stop();
    const next = await openVaultSite({ directory, vault: openSiteVault(directory), operator: "Vera", clock });
    expect(await guess(next.console)).toMatchObject(blocked);
    clock.advance(5_000);
    await next.console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
    expect(next.vault.state().isOpen).toBe(true);
  });

  test("do not count a typing mistake in a recovery code as a try", async () => {
    const { console } = await openClosed();

    for (let round = 0; round < 6; round += 1) {
      expect(await console.fault("vault.unlock", { by: "recovery-code", text: "A1B2-C3D4" })).toMatchObject({
        kind: "invalid-input",
        issues: [{ path: "text" }],
      });
    }
    await console.call("vault.unlock", { by: "passphrase", text: vaultPassphrase });
  });
});
