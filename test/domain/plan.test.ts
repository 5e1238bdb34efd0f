import { describe, expect, it } from "vitest";
import type { TaskKind } from "../../main/contract/shapes/task";
import { hasPanel, planOf, planOfChange } from "../../main/domain/plan";
import type { Planned } from "../../main/domain/plan";

const colocationOnDci: Planned = { type: "dcimanager6-colocation", productType: "colocation" };
const dedicatedOnDs: Planned = { type: "dsmanager", productType: "dedicated" };
const colocationOnDs: Planned = { type: "dsmanager", productType: "colocation" };
const byHand: Planned = { type: "manual", productType: "colocation" };

const kinds: readonly TaskKind[] = ["set-up", "suspend", "resume", "change", "close"];
const waysOf = (module: Planned) => kinds.map((kind) => planOf(module, kind));

describe("who does what of a service's life", () => {
  it("A7 is Rackside alone for dedicated servers", () => {
    expect(new Set(waysOf(dedicatedOnDs))).toEqual(new Set(["by-itself"]));
  });

  it("A8 is people for colocation through DSmanager, but for enabling and disabling", () => {
    expect(waysOf(colocationOnDs)).toEqual(["by-hand", "by-itself", "by-itself", "by-hand", "by-hand"]);
  });

  it("A8 is people for everything where a module is worked by hand, whatever is sold", () => {
    expect(new Set(waysOf(byHand))).toEqual(new Set(["by-hand"]));
    expect(waysOf({ ...byHand, productType: "dedicated" })).toEqual(waysOf(byHand));
    expect([hasPanel(byHand), hasPanel(colocationOnDs)]).toEqual([false, true]);
  });

  it("B8 B10 is people and then the panel for colocation through DCImanager 6", () => {
    const both = "by-hand-then-by-itself";
    expect(waysOf(colocationOnDci)).toEqual([both, "by-itself", "by-itself", both, both]);
  });

  it("B11 is the panel alone for a change of nothing but addresses", () => {
    expect(planOfChange(colocationOnDci, ["ip", "ipv6"])).toBe("by-itself");
    expect(planOfChange(colocationOnDci, ["ip", "unit"])).toBe("by-hand-then-by-itself");
    expect(planOfChange(colocationOnDs, ["ip"])).toBe("by-hand");
    expect(planOfChange(dedicatedOnDs, ["ram"])).toBe("by-itself");
  });
});
