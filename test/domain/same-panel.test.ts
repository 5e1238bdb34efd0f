import { describe, expect, it } from "vitest";
import { modulesOfSamePanel } from "../../main/domain/same-panel";

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
