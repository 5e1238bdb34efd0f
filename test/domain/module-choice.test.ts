import { describe, expect, it } from "vitest";
import { chooseModule } from "../../main/domain/module-choice";

const candidate = (id: string, sort: number, obstacles: string[] = [], isActive = true) => ({
  module: { id, name: id, sort, isActive },
  obstacles,
});

describe("choice of the module", () => {
  it("is the lowest sort that can serve, and those passed over say why", () => {
    const trials = chooseModule([
      candidate("c", 30),
      candidate("a", 10, ["IPv4: 2 needed, 0 free in public"]),
      candidate("b", 20, [], false),
      candidate("d", 25),
    ]);
    expect(trials).toEqual([
      { moduleId: "a", moduleName: "a", isChosen: false, remarks: ["IPv4: 2 needed, 0 free in public"] },
      { moduleId: "b", moduleName: "b", isChosen: false, remarks: ["Switched off"] },
      { moduleId: "d", moduleName: "d", isChosen: true, remarks: [] },
    ]);
  });

  it("is the lowest active one with its obstacles when none can serve", () => {
    const trials = chooseModule([candidate("b", 20, ["short"]), candidate("a", 10, ["short too"])]);
    expect(trials.filter((trial) => trial.isChosen)).toEqual([
      { moduleId: "a", moduleName: "a", isChosen: true, remarks: ["short too"] },
    ]);
  });

  it("is nobody when every module is switched off or none is there", () => {
    expect(chooseModule([candidate("a", 10, [], false)]).some((trial) => trial.isChosen)).toBe(false);
    expect(chooseModule([])).toEqual([]);
  });
});
