import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { VirtualList } from "../../renderer/parts/virtual-list";
import { useConsole } from "../../renderer/stores/console-store";
import { installFakeBridge } from "./fake-bridge";
import { giveHeight } from "./layout";
import { show } from "./show";

let restore: () => void;
beforeEach(() => {
  restore = giveHeight(320);
  installFakeBridge({});
});
afterEach(() => {
  cleanup();
  restore();
});

/** A row that is left out is on its way. */
let change: (rows: readonly (string | undefined)[], scope?: string) => void;
const marked = new Set<string>();

const cellOf = (row: string) => <b>{row}</b>;

function Numbers({ first }: { readonly first: readonly string[] }) {
  const [{ rows, scope }, setRows] = useState<{ rows: readonly (string | undefined)[]; scope: string }>({
    rows: first,
    scope: "all",
  });
  const [, redraw] = useState(0);
  change = (next, nextScope = scope) => {
    setRows({ rows: next, scope: nextScope });
  };
  return (
    <VirtualList
      label="Numbers"
      count={rows.length}
      rowAt={(index) => rows[index]}
      keyOf={(row) => row}
      renderRow={cellOf}
      selectedKey={null}
      onOpen={(row) => {
        opened.push(row);
      }}
      scope={scope}
      placeName="numbers"
      marks={{
        has: (key) => marked.has(key),
        toggle: (row) => {
          if (!marked.delete(row)) marked.add(row);
          redraw((count) => count + 1);
        },
        addRange: (from, to) => {
          for (const row of rows.slice(from, to + 1)) if (row !== undefined) marked.add(row);
          redraw((count) => count + 1);
        },
      }}
    />
  );
}

let opened: string[];
const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `n${String(index)}`);
const list = (): HTMLElement => screen.getByRole("listbox", { name: "Numbers" });
const scrollTo = (px: number): void => {
  list().scrollTop = px;
  fireEvent.scroll(list());
};

function open(count: number): void {
  opened = [];
  marked.clear();
  show(<Numbers first={numbers(count)} />);
}

describe("a virtual list", () => {
  test("draws few rows of a million and shows its last one", () => {
    open(1_000_000);
    expect(screen.getAllByRole("option").length).toBeLessThanOrEqual(60);
    fireEvent.keyDown(list(), { key: "End" });
    expect(screen.getByText("n999999")).toBeTruthy();
    expect(screen.getAllByRole("option").length).toBeLessThanOrEqual(60);
  });

  test("stays where it is when rows come above, and shows them at the very top", () => {
    open(1_000);
    act(() => {
      change(["new at the top", ...numbers(1_000)]);
    });
    expect(screen.getByText("new at the top")).toBeTruthy();
    expect(list().scrollTop).toBe(0);

    scrollTo(3_200);
    act(() => {
      change(["newer", "new at the top", ...numbers(1_000)]);
    });
    expect(list().scrollTop).toBe(3_232);
  });

  test("holds a row that the pointer is on", () => {
    open(1_000);
    fireEvent.pointerEnter(screen.getByText("n4"));
    act(() => {
      change(["new at the top", ...numbers(1_000)]);
    });
    expect(list().scrollTop).toBe(32);
  });

  test("does not follow a row that goes elsewhere", () => {
    open(1_000);
    scrollTo(3_200);
    fireEvent.pointerEnter(screen.getByText("n105"));
    act(() => {
      const others = numbers(1_000).filter((row) => row !== "n105");
      change([...others.slice(0, 40), "n105", ...others.slice(40)]);
    });
    expect([3_200, 3_232]).toContain(list().scrollTop);
  });

  test("begins at its top when another filter holds, and is found again where it was left", () => {
    open(1_000);
    scrollTo(3_200);
    act(() => {
      change(numbers(500), "other");
    });
    expect(list().scrollTop).toBe(0);
    scrollTo(640);
    cleanup();
    expect(useConsole.getState().places["numbers"]).toEqual({ scope: "other", rows: 20 });
  });

  test("keeps the cells of a row on its way, says that it is busy, and puts the new text into them", () => {
    open(40);
    const cell = screen.getByText("n3");
    const row = cell.closest("[role=option]");
    act(() => {
      change(numbers(40).map((one, index) => (index === 3 ? undefined : one)));
    });
    expect(row?.getAttribute("aria-busy")).toBe("true");
    expect(row?.contains(cell)).toBe(true);
    act(() => {
      change(numbers(40).map((one, index) => (index === 3 ? "another" : one)));
    });
    expect(row?.getAttribute("aria-busy")).toBeNull();
    expect(cell.textContent).toBe("another");
  });

  test("goes on with the keyboard from where it was scrolled to", () => {
    open(1_000);
    scrollTo(3_200);
    fireEvent.keyDown(list(), { key: "ArrowDown" });
    expect(list().getAttribute("aria-activedescendant")).toMatch(/-100$/);
  });

  test("marks a run with Shift, one row with Ctrl, and all with Ctrl+A", () => {
    open(200);
    fireEvent.click(screen.getByText("n2"), { ctrlKey: true });
    fireEvent.click(screen.getByText("n5"), { shiftKey: true });
    expect([...marked]).toEqual(["n2", "n3", "n4", "n5"]);
    expect(opened).toEqual([]);
    fireEvent.keyDown(list(), { key: "ArrowDown", shiftKey: true });
    expect(marked.has("n6")).toBe(true);
    fireEvent.keyDown(list(), { key: "a", ctrlKey: true });
    expect(marked.size).toBe(200);
    fireEvent.click(screen.getByText("n3"));
    expect(opened).toEqual(["n3"]);
  });
});
