import { describe, expect, it } from "vitest";
import { createRandom } from "../../simulator/site/random";
import { createDiskCache } from "./disk-cache";
import type { DiskRecord } from "./disk-records";

const file = "/profile/rackside.sqlite";
const write = (offset: number, text: string): DiskRecord => ({
  is: "write",
  path: file,
  offset,
  bytes: Buffer.from(text),
});

/** What a hundred power cuts after these operations leave of a file. */
function outcomes(records: readonly DiskRecord[], path = file, before = new Map<string, Buffer>()): Set<string | null> {
  return new Set(
    Array.from({ length: 100 }, (_, seed) => {
      const cache = createDiskCache(before);
      for (const record of records) cache.apply(record);
      return cache.losePower(createRandom(seed)).get(path)?.toString() ?? null;
    }),
  );
}

describe("a power cut", () => {
  it("leaves what was synced as it is", () => {
    expect(outcomes([write(0, "old"), { is: "sync", path: file }])).toEqual(new Set(["old"]));
  });

  it("may leave or take what was not synced", () => {
    const after = outcomes([write(0, "old"), { is: "sync", path: file }, write(0, "new"), write(3, "er")]);
    expect([...after].sort()).toEqual(["new", "newer", "old", "older"]);
  });

  it("may take a file that was never synced", () => {
    expect(outcomes([write(0, "new")])).toEqual(new Set([null, "new"]));
  });

  it("tears a long write between sectors, never inside one", () => {
    const after = [...outcomes([write(0, "a".repeat(1024)), { is: "sync", path: file }, write(0, "b".repeat(1024))])];
    expect(after.length).toBeGreaterThan(2);
    for (const text of after) expect(text).toMatch(/^(a{512}|b{512})(a{512}|b{512})$/);
  });

  it("may undo a rename until its folder was synced", () => {
    const backup = "/profile/backups/b.sqlite";
    const rename: DiskRecord = { is: "rename", path: file, to: backup };
    const before = new Map([[file, Buffer.from("whole")]]);
    expect(outcomes([rename], backup, before)).toEqual(new Set([null, "whole"]));
    const folder: DiskRecord = { is: "sync-folder", path: "/profile/backups" };
    expect(outcomes([rename, folder], backup, before)).toEqual(new Set(["whole"]));
  });

  it("may leave a file as long as it was before it was cut", () => {
    const cut: DiskRecord = { is: "truncate", path: file, size: 1 };
    expect(outcomes([cut], file, new Map([[file, Buffer.from("long")]]))).toEqual(new Set(["long", "l"]));
  });
});
