import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Result } from "../../main/contract/faults";
import type { SearchAnswer, SearchHit } from "../../main/contract/shapes/search";
import { SearchBox } from "../../renderer/frame/search-box";
import { useConsole } from "../../renderer/stores/console-store";
import { done, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const hit = (change: Partial<SearchHit>): SearchHit => ({
  kind: "task",
  id: "task-1",
  moduleId: null,
  serverId: null,
  title: "T-1 edge",
  detail: "Riga",
  matched: "",
  ...change,
});
const server = hit({ kind: "server", id: "42", moduleId: "module-1", title: "srv-42" });
const answer = (hits: readonly SearchHit[], exact: SearchHit | null = null): SearchAnswer => ({
  groups: hits.map((one) => ({ kind: one.kind, hits: [one], hasMore: one.kind === "task" })),
  exact,
});

type Find = (text: string) => Result<SearchAnswer> | Promise<Result<SearchAnswer>>;

function openSearch(find: Find) {
  const bridge = installFakeBridge({ "search.find": ({ text }) => find(text) });
  show(<SearchBox />);
  act(() => {
    useConsole.getState().showSearch(true);
  });
  return bridge;
}

const field = () => screen.findByRole("combobox", { name: "Search everything" });
const type = async (text: string) => {
  fireEvent.change(await field(), { target: { value: text } });
};
const route = () => useConsole.getState().route;

describe("the search over everything", () => {
  test("goes with Enter to the one thing that is meant", async () => {
    openSearch(() => done(answer([hit({})], server)));
    await type("10.0.0.5");
    await screen.findByText("srv-42");
    fireEvent.keyDown(await field(), { key: "Enter" });
    expect(route()).toEqual({ screen: "servers", id: "module-1:42" });
    expect(useConsole.getState().isSearchOpen).toBe(false);
  });

  test("waits with Enter for the answer to what is typed now", async () => {
    let release: (result: Result<SearchAnswer>) => void = () => undefined;
    openSearch(() => new Promise((resolve) => (release = resolve)));
    await type("10.0.0.5");
    fireEvent.keyDown(await field(), { key: "Enter" });
    expect(route().screen).toBe("queue");
    await act(async () => {
      release(done(answer([], server)));
      await Promise.resolve();
    });
    await waitFor(() => {
      expect(route().screen).toBe("servers");
    });
  });

  test("asks one thing at a time, drops what is out of date and keeps old results meanwhile", async () => {
    const waiting: ((result: Result<SearchAnswer>) => void)[] = [];
    const bridge = openSearch((text) =>
      text === "e" ? done(answer([hit({})])) : new Promise((resolve) => waiting.push(resolve)),
    );
    await type("e");
    await screen.findByText("T-1 edge");
    await type("ed");
    await type("edg");
    await type("edge");
    expect(bridge.inputsOf("search.find")).toEqual([{ text: "e" }, { text: "ed" }]);
    expect(screen.getByText("T-1 edge")).toBeTruthy();
    await act(async () => {
      waiting[0]?.(done(answer([hit({ title: "of the past" })])));
      await Promise.resolve();
    });
    expect(screen.queryByText("of the past")).toBeNull();
    await waitFor(() => {
      expect(bridge.inputsOf("search.find").at(-1)).toEqual({ text: "edge" });
    });
    expect(bridge.inputsOf("search.find")).toHaveLength(3);
  });

  test("moves with the arrows, and shows all of a kind in its list", async () => {
    openSearch(() => done(answer([hit({}), server])));
    await type("edge");
    await screen.findByText("srv-42");
    fireEvent.keyDown(await field(), { key: "ArrowDown" });
    fireEvent.keyDown(await field(), { key: "Enter" });
    await waitFor(() => {
      expect(useConsole.getState().filters.queue).toEqual({ state: "all", search: "edge" });
    });
  });

  test("says when nothing is found", async () => {
    openSearch(() => done(answer([])));
    await type("zzz");
    expect(await screen.findByText("Nothing is found.")).toBeTruthy();
  });
});
