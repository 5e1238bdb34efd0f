import { describe, expect, test } from "vitest";
import type { Fault } from "../../main/contract/faults";
import { isCoveredByFields, issuesByField } from "../../renderer/parts/field-issues";

const fault: Fault = {
  kind: "invalid-input",
  message: "Check the card",
  issues: [
    { path: "card.rack", message: "No rack Z99 in the panel" },
    { path: "card.label", message: "Too long" },
  ],
};

describe("issues by field", () => {
  test("a form finds its messages under the names of its fields", () => {
    expect(issuesByField(fault, "card")).toEqual({ rack: "No rack Z99 in the panel", label: "Too long" });
  });

  test("issues of another object are left out", () => {
    expect(issuesByField(fault, "server")).toEqual({});
  });

  test("a fault of another kind has no field messages", () => {
    expect(issuesByField({ kind: "locked", message: "Locked" })).toEqual({});
  });

  test("the notice can be left out only when every issue has a field on the screen", () => {
    expect(isCoveredByFields(fault, ["rack", "label"], "card")).toBe(true);
    expect(isCoveredByFields(fault, ["rack"], "card")).toBe(false);
    expect(isCoveredByFields({ kind: "locked", message: "Locked" }, ["rack"], "card")).toBe(false);
  });
});
