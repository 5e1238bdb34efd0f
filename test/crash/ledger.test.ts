import { describe, expect, it } from "vitest";
import type { CallName } from "../../main/contract/calls";
import { Ledger } from "./ledger";

const found = (state: string) => ({
  facts: new Map([["service s1 state", state]]),
  journal: new Map([["service.close s1", 1]]),
  transaction: 0,
  actionIds: [],
});

function begin(ledger: Ledger, id: number, call: CallName, input: unknown): void {
  ledger.note({ is: "begun", id, call, input, about: { serviceId: "s1" } });
}

function closing(): Ledger {
  const ledger = new Ledger();
  begin(ledger, 1, "service.close", { id: "s1", revision: 1 });
  ledger.note({ is: "acknowledged", id: 1, value: { taskId: "t1", taskNumber: 1 } });
  return ledger;
}

const states = (ledger: Ledger, state: string) =>
  ledger.compare(found(state)).filter(({ what }) => what.startsWith("service s1 state"));

describe("the ledger", () => {
  it("misses what was acknowledged and is not there", () => {
    expect(states(closing(), "active")).toMatchObject([{ kind: "lost" }]);
  });

  it("takes a call that was under way at the kill for carried out or not, as it is found", () => {
    const ledger = closing();
    begin(ledger, 2, "task.close", { id: "t1", revision: 1 });
    ledger.bury();
    expect(states(ledger, "closing")).toEqual([]);
    expect(states(ledger, "closed")).toEqual([]);
  });

  it("does not take a call for carried out that nobody had begun", () => {
    expect(states(closing(), "closed")).toMatchObject([{ kind: "lost" }]);
  });
});
