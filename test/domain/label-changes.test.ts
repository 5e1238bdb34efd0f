import { expect, it } from "vitest";
import type { Labelled } from "../../main/contract/shapes/label";
import { marked, relabelled } from "../../main/domain/label-changes";

const printed: Labelled = {
  shortId: "S1",
  subject: { kind: "service", serviceId: "s" },
  kind: "server",
  title: "edge-1",
  place: "RIX-1 A12 U14",
  needsLabel: false,
  reason: "",
  printedAt: 5,
  printedCount: 1,
};

it.each([
  ["the same", "edge-1", "RIX-1 A12 U14", false, ""],
  ["renamed", "edge-2", "RIX-1 A12 U14", true, "Renamed from edge-1"],
  ["moved inside the rack", "edge-1", "RIX-1 A12 U15", true, "Moved from RIX-1 A12 U14"],
  ["both", "edge-2", "RIX-1 B07", true, "Renamed from edge-1; Moved from RIX-1 A12 U14"],
  ["a rack whose name begins alike", "edge-1", "RIX-1 A1", true, "Moved from RIX-1 A12 U14"],
])("a printed label of a thing that is now: %s", (_what, title, place, needsLabel, reason) => {
  expect(relabelled(printed, { title, place })).toEqual({ ...printed, title, place, needsLabel, reason });
});

it("what is not known any more changes nothing", () => {
  expect(relabelled(printed, { title: "", place: "" })).toBe(printed);
  expect(relabelled(printed, { title: "edge-1", place: "RIX-1 A12" })).toBe(printed);
});

it("a place that is only known better is kept and needs no new label", () => {
  const label = { ...printed, place: "RIX-1 A12" };
  expect(relabelled(label, { title: "edge-1", place: "RIX-1 A12 U14" })).toEqual(printed);
});

it("a label that was never printed follows without being needed", () => {
  const label = { ...printed, printedAt: null };
  expect(relabelled(label, { title: "edge-2", place: "B" })).toMatchObject({ title: "edge-2", needsLabel: false });
});

it("a mark keeps the reason that is there, and goes with it", () => {
  const needed = marked(printed, true, "Asked for by Anna");
  expect(needed).toMatchObject({ needsLabel: true, reason: "Asked for by Anna" });
  expect(marked(needed, true, "Asked for by Boris").reason).toBe("Asked for by Anna");
  expect(marked(needed, false, "")).toEqual(printed);
});
