import { describe, expect, it } from "vitest";
import { findPanel, panelsOf } from "../../renderer/screens/servers/panels";
import { buildModule } from "./records";

describe("the panels to choose servers from", () => {
  const dedicated = buildModule({ id: "dedicated", name: "ds-1 dedicated" });
  const colocation = buildModule({ id: "colocation", name: "ds-1 colocation", url: "https://DS.example.net/" });
  const other = buildModule({ id: "other", name: "ds-2", url: "https://ds-2.example.net" });
  const manual = buildModule({ id: "manual", name: "By hand", type: "manual", url: "" });
  const panels = panelsOf([dedicated, colocation, other, manual]);

  it("are one where two modules stand on the same panel, and leave manual set-up out", () => {
    expect(panels.map((panel) => panel.name)).toEqual(["ds-1 dedicated · ds-1 colocation", "ds-2"]);
  });

  it("are found by each of their modules", () => {
    expect(findPanel(panels, "colocation")?.moduleId).toBe("dedicated");
    expect(findPanel(panels, "manual")).toBeUndefined();
    expect(findPanel(panels, undefined)).toBeUndefined();
  });

  it("are two where the modules look at two locations of one panel", () => {
    expect(panelsOf([dedicated, buildModule({ id: "hall", locationId: 4 })])).toHaveLength(2);
  });
});
