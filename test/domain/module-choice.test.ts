import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barriersOf, chooseModule, explainTrials } from "../../main/domain/module-choice";

const candidate = (id: string, sort: number, obstacles: string[] = [], barriers: string[] = []) => ({
  module: { id, name: id, sort },
  barriers,
  obstacles,
});
const byHand = { evenIfShort: true };
const byItself = { evenIfShort: false };

describe("choice of the module", () => {
  it("is the lowest sort that can serve, and those passed over say why", () => {
    const trials = chooseModule(
      [
        candidate("c", 30),
        candidate("a", 10, ["IPv4: 2 needed, 0 free in public"]),
        candidate("b", 20, [], ["Switched off"]),
        candidate("d", 25),
      ],
      byItself,
    );
    expect(trials).toEqual([
      { moduleId: "a", moduleName: "a", isChosen: false, remarks: ["IPv4: 2 needed, 0 free in public"] },
      { moduleId: "b", moduleName: "b", isChosen: false, remarks: ["Switched off"] },
      { moduleId: "d", moduleName: "d", isChosen: true, remarks: [] },
    ]);
    expect(explainTrials(trials.slice(0, 2))).toBe("a: IPv4: 2 needed, 0 free in public. b: Switched off");
  });

  it("is the lowest one without barriers when none can serve and people can mend a shortage", () => {
    const candidates = [
      candidate("b", 20, ["short"]),
      candidate("a", 10, ["short too"]),
      candidate("o", 5, [], ["Switched off"]),
    ];
    expect(chooseModule(candidates, byHand).filter((trial) => trial.isChosen)).toEqual([
      { moduleId: "a", moduleName: "a", isChosen: true, remarks: ["short too"] },
    ]);
    expect(chooseModule(candidates, byItself).map((trial) => [trial.moduleId, trial.isChosen])).toEqual([
      ["o", false],
      ["a", false],
      ["b", false],
    ]);
  });

  it("is nobody when every module has a barrier or none is there", () => {
    expect(chooseModule([candidate("a", 10, [], ["Switched off"])], byHand).some((trial) => trial.isChosen)).toBe(
      false,
    );
    expect(chooseModule([], byHand)).toEqual([]);
  });

  it("never lets a higher sort take what a lower one can serve", () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(any, fc.boolean(), (list, evenIfShort) => {
        const candidates = list.map(([sort, isShort, isBarred], place) =>
          candidate(String(place), sort, isShort ? ["short"] : [], isBarred ? ["off"] : []),
        );
        const chosen = chooseModule(candidates, { evenIfShort }).filter((trial) => trial.isChosen);
        const able = candidates.filter((one) => one.barriers.length + one.obstacles.length === 0);
        const open = candidates.filter((one) => one.barriers.length === 0);
        const expected = able.length > 0 ? able : evenIfShort ? open : [];
        expect(chosen).toHaveLength(expected.length > 0 ? 1 : 0);
        const sortOf = (id: string | undefined) => candidates.find((one) => one.module.id === id)?.module.sort;
        if (chosen[0]) {
          expect(sortOf(chosen[0].moduleId)).toBe(Math.min(...expected.map((one) => one.module.sort)));
        }
      }),
    );
  });
});

describe("barriers of a module", () => {
  it("say that it is switched off or processes the other product type, and what can be done", () => {
    const module = { isActive: true, productType: "dedicated" } as const;
    expect(barriersOf(module, "dedicated")).toEqual([]);
    expect(barriersOf({ ...module, isActive: false }, "dedicated")).toEqual(["Switched off"]);
    expect(barriersOf(module, "colocation")).toEqual([
      "Processes dedicated servers only. Add a second module for the same panel",
    ]);
  });
});
