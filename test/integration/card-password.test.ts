import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../main/ports/host";
import { cardFor, openTestConsole, prepareSale, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakePanel } from "../builders/fake-panel";

const planted = "planted-card-password";

let console: TestConsole;

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

/** A card in Anna's hands, with a password unless it is to have none. */
async function openCard(copySecret: Host["copySecret"], password = planted): Promise<string> {
  console = await openTestConsole({ panels: createFakePanel(), copySecret });
  const { tariff, customer } = await prepareSale(console);
  const { taskId } = await console.call("order.place", {
    tariffId: tariff.id,
    customerId: customer.id,
    periodMonths: 1,
  });
  await console.call("task.accept", { id: taskId });
  await console.call("card.save", { taskId, revision: 1, fields: { ...cardFor(101), password } });
  return taskId;
}

async function summaries(): Promise<readonly string[]> {
  return (await console.call("journal.list", {})).rows.map(({ operator, summary }) => `${operator}: ${summary}`);
}

describe("copying a card's password", () => {
  it("puts it on the clipboard for half a minute, tells nobody but the journal, and gives the page nothing", async () => {
    const copied: unknown[] = [];
    const taskId = await openCard((text, clearAfterMs) => copied.push([text, clearAfterMs]));
    const answer = await console.call("card.copy-password", { taskId });
    expect(copied).toEqual([[planted, 30_000]]);
    expect(answer).toEqual({ clearsAfterMs: 30_000 });
    expect(await summaries()).toContain("Anna: Password of the card copied");
  });

  it("is refused where the host has no clipboard, and leaves no line", async () => {
    const taskId = await openCard(undefined);
    expect(await console.fault("card.copy-password", { taskId })).toMatchObject({
      kind: "not-allowed",
      rule: "no-clipboard",
    });
    expect(await summaries()).not.toContain("Anna: Password of the card copied");
  });

  it("is refused while the card has none", async () => {
    const copied: string[] = [];
    const taskId = await openCard((text) => copied.push(text), "");
    expect(await console.fault("card.copy-password", { taskId })).toMatchObject({ rule: "no-password" });
    expect(copied).toEqual([]);
  });

  it("is not for an auditor, and neither is showing it", async () => {
    const copied: string[] = [];
    const taskId = await openCard((text) => copied.push(text));
    console.actAs("Pauls", "auditor");
    expect(await console.fault("card.copy-password", { taskId })).toMatchObject({ rule: "role" });
    expect(await console.fault("card.reveal", { taskId })).toMatchObject({ rule: "role" });
    expect(copied).toEqual([]);
  });
});
