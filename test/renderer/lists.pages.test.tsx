import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CallInput, CallOutput } from "../../main/contract/calls";
import { usePages } from "../../renderer/hooks/use-pages";
import { askPage } from "../../renderer/lists/ask-page";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge } from "./fake-bridge";
import type { FakeBridge } from "./fake-bridge";

afterEach(cleanup);

type Input = CallInput<"customer.list">;
type Answer = CallOutput<"customer.list">;

/** A list whose pages end at the name of their last row. */
function listOf(names: readonly string[]): (input: Input) => Answer {
  return ({ search = "", after = null, offset = 0, limit = 100 }) => {
    const rows = names.filter((name) => name.includes(search));
    const start = (after === null ? 0 : rows.indexOf(after) + 1) + offset;
    const page = rows.slice(start, start + limit);
    return {
      rows: page.map((name) => ({ id: name, revision: 1, name, email: "", note: "" })),
      total: rows.length,
      next: start + limit < rows.length ? (page.at(-1) ?? null) : null,
    };
  };
}

const names = Array.from({ length: 1_000 }, (_, index) => `c${String(index).padStart(4, "0")}`);

function openList(search = "") {
  return renderHook(({ text }) => usePages("customer.list", { search: text }), { initialProps: { text: search } });
}

function boundsAsked(bridge: FakeBridge) {
  return (bridge.inputsOf("customer.list") as Input[]).map(({ after = null, offset = 0 }) => ({ after, offset }));
}

describe("a list of pages", () => {
  test("goes on where the page before it ended", async () => {
    const bridge = installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.rowAt(99)?.name).toBe("c0099");
    });
    act(() => {
      result.current.onRange(80, 130);
    });
    await waitFor(() => {
      expect(result.current.rowAt(130)?.name).toBe("c0130");
    });
    expect(boundsAsked(bridge)).toEqual([
      { after: null, offset: 0 },
      { after: "c0099", offset: 0 },
    ]);
  });

  test("asks for the next page before its rows come into view", async () => {
    const bridge = installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    act(() => {
      result.current.onRange(0, 40);
    });
    expect(boundsAsked(bridge)).toHaveLength(1);
    act(() => {
      result.current.onRange(20, 60);
    });
    await waitFor(() => {
      expect(result.current.rowAt(100)?.name).toBe("c0100");
    });
  });

  test("asks for both pages that a jump leads to at once", async () => {
    const bridge = installFakeBridge({
      "customer.list": (input) =>
        (input.offset ?? 0) === 0 ? done(listOf(names)(input)) : new Promise<never>(() => undefined),
    });
    const { result } = openList("c");
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    act(() => {
      result.current.onRange(580, 620);
    });
    await waitFor(() => {
      expect(boundsAsked(bridge).slice(1)).toEqual([
        { after: "c0099", offset: 400 },
        { after: "c0099", offset: 500 },
      ]);
    });
  });

  test("has the rows of a page that it was on before at once", async () => {
    installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    act(() => {
      result.current.onRange(705, 740);
    });
    await waitFor(() => {
      expect(result.current.rowAt(705)?.name).toBe("c0705");
    });
    // Nothing has told yet that the list was moved back.
    expect(result.current.rowAt(5)?.name).toBe("c0005");
  });

  test("does not ask for what a drag has passed", async () => {
    const releases: (() => void)[] = [];
    const bridge = installFakeBridge({
      "customer.list": (input) =>
        (input.offset ?? 0) === 0 && (input.after ?? null) === null
          ? done(listOf(names)(input))
          : new Promise((resolve) => {
              releases.push(() => {
                resolve(done(listOf(names)(input)));
              });
            }),
    });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    for (const first of [310, 510, 710]) {
      await act(async () => {
        result.current.onRange(first, first + 40);
        await Promise.resolve();
      });
    }
    await waitFor(() => {
      expect(boundsAsked(bridge)).toHaveLength(2);
    });
    act(() => releases[0]?.());
    await waitFor(() => {
      expect(releases).toHaveLength(2);
    });
    act(() => releases[1]?.());
    await waitFor(() => {
      expect(result.current.rowAt(710)?.name).toBe("c0710");
    });
    expect(boundsAsked(bridge)).toHaveLength(3);
  });

  test("asks for its first page before anything else has its turn", () => {
    const bridge = installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    void askPage("customer.list", JSON.stringify({ search: "" }), 0).load();
    expect(boundsAsked(bridge)).toEqual([{ after: null, offset: 0 }]);
  });

  test("jumps from the nearest page that is known", async () => {
    const bridge = installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    act(() => {
      result.current.onRange(705, 740);
    });
    expect(result.current.rowAt(705)).toBeUndefined();
    expect(result.current.total).toBe(1_000);
    await waitFor(() => {
      expect(result.current.rowAt(705)?.name).toBe("c0705");
    });
    expect(boundsAsked(bridge).at(-1)).toEqual({ after: "c0099", offset: 600 });
  });

  test("shows no row twice and misses none when a row comes before the pages shown", async () => {
    let all = names;
    const bridge = installFakeBridge({ "customer.list": (input) => done(listOf(all)(input)) });
    followEvents();
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    act(() => {
      result.current.onRange(90, 210);
    });
    await waitFor(() => {
      expect(result.current.rowAt(210)?.name).toBe("c0210");
    });
    all = ["a new one", ...names];
    act(() => {
      bridge.emit({ name: "records.changed", changes: [{ entity: "customer", id: "a new one" }] });
    });
    await waitFor(() => {
      expect(result.current.rowAt(0)?.name).toBe("a new one");
      expect(result.current.rowAt(210)?.name).toBe("c0209");
    });
    expect(Array.from({ length: 299 }, (_, index) => result.current.rowAt(index)?.name)).toEqual(all.slice(0, 299));
  });

  test("keeps its rows until those of another filter are there", async () => {
    let release: () => void = () => undefined;
    installFakeBridge({
      "customer.list": (input) =>
        input.search === ""
          ? done(listOf(names)(input))
          : new Promise((resolve) => {
              release = () => {
                resolve(done(listOf(names)(input)));
              };
            }),
    });
    const { result, rerender } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    const scope = result.current.scope;
    rerender({ text: "c09" });
    await act(() => Promise.resolve());
    expect(result.current.total).toBe(1_000);
    expect(result.current.scope).toBe(scope);
    act(() => {
      release();
    });
    await waitFor(() => {
      expect(result.current.total).toBe(100);
    });
    expect(result.current.scope).not.toBe(scope);
  });

  test("shows nothing of another filter beside its fault", async () => {
    installFakeBridge({
      "customer.list": (input) =>
        input.search === ""
          ? done(listOf(names)(input))
          : failed({ kind: "internal", message: "Broken", reference: "x" }),
    });
    const { result, rerender } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    rerender({ text: "c09" });
    await waitFor(() => {
      expect(result.current.fault?.message).toBe("Broken");
    });
    expect(result.current.firstPage).toBeUndefined();
  });

  test("reads rows that are not on the screen", async () => {
    installFakeBridge({ "customer.list": (input) => done(listOf(names)(input)) });
    const { result } = openList();
    await waitFor(() => {
      expect(result.current.total).toBe(1_000);
    });
    const rows = await result.current.readRows(95, 305);
    expect(rows.map(({ name }) => name)).toEqual(names.slice(95, 306));
  });
});
