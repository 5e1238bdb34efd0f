import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServerStretch, WalkMark } from "../../main/ports/gateway";
import { walkPages } from "../../main/remote/dcimanager6/walk";
import { fakeServer } from "../builders/fake-panel";

/** A panel with these servers, as its pages show them. */
const pagesOf = (servers: () => readonly number[]) => (page: { offset: number; limit: number }) => {
  const ids = [...servers()].sort((left, right) => left - right);
  const rows = ids.slice(page.offset, page.offset + page.limit).map((id) => fakeServer(id));
  return Promise.resolve({ rows, total: ids.length });
};

async function walk(servers: () => readonly number[], between: (stretch: ServerStretch) => void = () => undefined) {
  const seen: number[] = [];
  let after: WalkMark | null = null;
  do {
    const stretch: ServerStretch = await walkPages(pagesOf(servers), { locationId: null, after, limit: 3 }, "panel");
    seen.push(...stretch.rows.map(({ serverId }) => serverId));
    after = stretch.next;
    between(stretch);
  } while (after !== null);
  return seen;
}

describe("a walk through all servers", () => {
  it("meets each of them once, by growing id", async () => {
    expect(await walk(() => [5, 3, 8, 1, 9, 12, 7])).toEqual([1, 3, 5, 7, 8, 9, 12]);
    expect(await walk(() => [])).toEqual([]);
  });

  it("meets every server that stays, whatever goes and comes between two pages", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => index + 1);
    const removals = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(removals, async (steps) => {
        let there = [...ids];
        const left = [...steps];
        const seen = await walk(
          () => there,
          () => {
            const gone = left.shift() ?? [];
            there = [...there.filter((id) => !gone.includes(id)), ...(left.length > 0 ? [100 + left.length] : [])];
          },
        );
        expect(new Set(seen).size).toBe(seen.length);
        const stayed = ids.filter((id) => !steps.flat().includes(id));
        expect(seen).toEqual(expect.arrayContaining(stayed));
      }),
    );
  });

  it("ends where a panel shows the same page whatever is asked for", async () => {
    const stuck = () => Promise.resolve({ rows: [1, 2, 3].map((id) => fakeServer(id)), total: 9 });
    const first = await walkPages(stuck, { locationId: null, after: null, limit: 3 }, "panel");
    expect(first.next).toEqual({ serverId: 3, done: 3 });
    const second = await walkPages(stuck, { locationId: null, after: first.next, limit: 3 }, "panel");
    expect(second).toMatchObject({ rows: [], next: null, total: 9 });
  });
});
