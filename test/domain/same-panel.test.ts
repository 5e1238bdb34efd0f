import { describe, expect, it } from "vitest";
import { keeperOf, keepersOfAll, modulesOfSamePanel } from "../../main/domain/same-panel";

const module = (url: string, type: "dsmanager" | "manual" | "dcimanager6-colocation" = "dsmanager") => ({ type, url });

describe("modules of one panel", () => {
  it("are those with its address, however it is written", () => {
    const own = module("https://DSM.example.net/manager/dsmgr");
    const same = module("https://dsm.example.net/manager/dsmgr/");
    const short = module("https://dsm.example.net");
    const others = [
      module("https://dsm.example.net/manager/other"),
      module("https://dsm2.example.net/manager/dsmgr"),
      module("https://dsm.example.net/manager/dsmgr", "dcimanager6-colocation"),
    ];
    expect(modulesOfSamePanel([own, same, short, ...others], own)).toEqual([own, same, short]);
  });
});

describe("the module that a panel's servers are kept under", () => {
  const url = "https://dsm.example.net";
  const seeing = (id: string, locationId: number | null, isActive = true, at = url) => ({
    ...module(at),
    id,
    locationId,
    isActive,
  });

  it("is the oldest active one that sees the same servers", () => {
    const [off, first, second, elsewhere] = [
      seeing("a", 3, false),
      seeing("b", 3),
      seeing("c", 3),
      seeing("0", 4),
    ] as const;
    const all = [second, elsewhere, first, off];
    for (const one of [off, first, second]) expect(keeperOf(all, one)).toBe(first);
    expect(keeperOf(all, elsewhere)).toBe(elsewhere);
    expect(keeperOf([off], off), "also while all are switched off").toBe(off);
  });

  it("is listed once for all, and not beside one that sees every location", () => {
    const all = [
      seeing("a", 3),
      seeing("b", 3),
      seeing("c", 4),
      seeing("d", 5, false),
      seeing("e", 3, true, "https://x"),
    ];
    expect(keepersOfAll(all).map(({ id }) => id)).toEqual(["a", "c", "e"]);
    expect(keepersOfAll([...all, seeing("f", null)]).map(({ id }) => id)).toEqual(["e", "f"]);
  });
});
