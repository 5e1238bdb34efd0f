import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "../../main/contract/shapes/operator";
import type { JournalEntry } from "../../main/contract/shapes/journal";
import { JournalEntryPane } from "../../renderer/screens/activity/journal-entry";
import { startOfDay } from "../../renderer/screens/activity/journal-filter";
import { JournalScreen } from "../../renderer/screens/activity/journal-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { giveHeight, giveWidth } from "./layout";
import { buildOperator } from "./records";
import { show } from "./show";

const entry: JournalEntry = {
  sequence: 7,
  id: "j7",
  at: 1_764_000_000_000,
  operator: "Anna",
  workstation: "bench-1",
  via: "window",
  call: "module.save",
  entity: "module",
  entityId: "m1",
  serviceId: null,
  summary: "Module dc-1 changed",
  changes: [
    {
      record: "module",
      id: "m1",
      kind: "changed",
      differences: [{ field: "name", before: "dc-1", after: "dc-1-b", isSecret: false }],
      omitted: 0,
    },
    {
      record: "module-password",
      id: "m1",
      kind: "changed",
      differences: [{ field: "sealedPassword", before: null, after: null, isSecret: true }],
      omitted: 2,
    },
  ],
  previousHash: "a".repeat(64),
  hash: "b".repeat(64),
};

function open(answers: FakeAnswers = {}, role: Role = "auditor") {
  const bridge = installFakeBridge(
    {
      "journal.list": () => done({ rows: [entry], total: 1, next: null }),
      "journal.get": () => done(entry),
      "view.list": () => done([]),
      "operator.list": () => done([buildOperator({ id: "operator-anna", name: "Anna" })]),
      ...answers,
    },
    role,
  );
  useConsole.getState().open("journal");
  show(<JournalScreen />);
  return bridge;
}

/** Something of the menu for the journal as a whole. */
async function choose(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole("button", { name: "Whole journal" }));
  fireEvent.click(await screen.findByRole("menuitem", { name }));
}

let restore: () => void;
beforeEach(() => {
  const ends = [giveHeight(600), giveWidth(1_200)];
  restore = () => {
    for (const end of ends) end();
  };
});
afterEach(() => {
  cleanup();
  restore();
});

test("an entry opens with who, where and what was there before and after", async () => {
  open();
  fireEvent.click(await screen.findByText("Module dc-1 changed"));
  expect(await screen.findByText("bench-1, window")).toBeTruthy();
  const cells = within(screen.getByRole("table", { name: "module changed" })).getAllByRole("cell");
  expect(cells.map((cell) => cell.textContent)).toEqual(["name", "dc-1", "dc-1-b"]);
});

test("of a secret stands only that it changed, and what is not kept is counted", () => {
  installFakeBridge({});
  show(<JournalEntryPane entry={entry} />);
  fireEvent.click(screen.getByText("module password changed"));
  const table = screen.getByRole("table", { name: "module password changed", hidden: true });
  const cells = within(table).getAllByRole("cell", { hidden: true });
  expect(cells.map((cell) => cell.textContent)).toEqual(["sealedPassword", "nothing", "changed"]);
  expect(screen.getByText("2 more differences are not kept here.")).toBeTruthy();
});

test("an entry from before the place was kept says so", () => {
  installFakeBridge({});
  show(<JournalEntryPane entry={{ ...entry, workstation: "", via: null, changes: [] }} />);
  expect(screen.getByText("Not recorded")).toBeTruthy();
  expect(screen.getByText("No record changed, or it was not recorded then.")).toBeTruthy();
});

test("the filters ask for days from their first to their last instant, and are opened again", async () => {
  const bridge = open();
  fireEvent.change(await screen.findByLabelText("From day"), { target: { value: "2026-11-22" } });
  fireEvent.change(screen.getByLabelText("To day"), { target: { value: "2026-11-22" } });
  const from = new Date(2026, 10, 22).getTime();
  const to = new Date(2026, 10, 23).getTime();
  await waitFor(() => {
    expect(bridge.inputsOf("journal.list").at(-1)).toMatchObject({ from, to });
  });
  fireEvent.change(screen.getByLabelText("From day"), { target: { value: "" } });
  await waitFor(() => {
    expect(bridge.inputsOf("journal.list").at(-1)).toMatchObject({ from: null, to });
  });
});

test("a day that is none leaves the filter open", () => {
  expect(startOfDay("", 0)).toBeNull();
  expect(startOfDay(undefined, 0)).toBeNull();
  expect(startOfDay("2026-99-99", 0)).toBeNull();
});

test("nothing found is told apart from nothing there, and has a way out", async () => {
  open({ "journal.list": () => done({ rows: [], total: 0, next: null }) });
  expect(await screen.findByText("The journal is empty")).toBeTruthy();
  fireEvent.change(screen.getByLabelText("From day"), { target: { value: "2026-11-22" } });
  expect(await screen.findByText("Nothing matches")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByText("The journal is empty")).toBeTruthy();
});

test("a list that cannot be read says so and offers another try", async () => {
  open({ "journal.list": () => failed({ kind: "internal", message: "Row 3 cannot be read", reference: "r" }) });
  expect((await screen.findByRole("alert")).textContent).toContain("Row 3 cannot be read");
});

test("verifying tells how many entries hold, or where the chain breaks", async () => {
  open({ "journal.verify": () => done({ entries: 12, broken: null }) });
  await choose("Verify the chain");
  expect(await screen.findByText("12 entries, chain intact")).toBeTruthy();
  cleanup();
  open({
    "journal.verify": () =>
      done({ entries: 6, broken: { sequence: 7, at: entry.at, call: "module.save", what: "changed" } }),
  });
  await choose("Verify the chain");
  expect(await screen.findByText("The chain is broken at entry 7")).toBeTruthy();
  expect(screen.getByText(/module\.save\. Its content was changed after it was written\./u)).toBeTruthy();
});

test("the export goes on piece by piece until the end and becomes one file", async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${String(blobs.push(blob as Blob))}`);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  try {
    const bridge = open({
      "journal.export": ({ after }) =>
        done(
          after === 0
            ? { text: "one\n", entries: 500, total: 501, last: 500, isEnd: false }
            : { text: "two\n", entries: 1, total: 501, last: 501, isEnd: true },
        ),
    });
    await choose("Export with hashes as JSON Lines");
    expect(await screen.findByText(/rackside-journal-.*\.jsonl with 501 entries/u)).toBeTruthy();
    expect(bridge.inputsOf("journal.export")).toEqual([
      { format: "jsonl", after: 0 },
      { format: "jsonl", after: 500 },
    ]);
    expect(await blobs[0]?.text()).toBe("one\ntwo\n");
  } finally {
    vi.restoreAllMocks();
  }
});

test("the export of the whole journal shows how far it is, and makes no file when it is stopped", async () => {
  let arrive = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const bridge = open({
    "journal.export": async ({ after }) => {
      if (after === 0) return done({ text: "one\n", entries: 500, total: 900, last: 500, isEnd: false });
      await second;
      return done({ text: "two\n", entries: 400, total: 900, last: 900, isEnd: true });
    },
  });
  await choose("Export with hashes as CSV");
  expect(await screen.findByText("Exporting 500 of 900")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Stop" }));
  arrive();
  await waitFor(() => {
    expect(screen.queryByText("Exporting 500 of 900")).toBeNull();
  });
  expect(screen.queryByText(/with 900 entries/u)).toBeNull();
  expect(bridge.inputsOf("journal.export")).toHaveLength(2);
});

test("a technician reads it, but neither verifies nor exports it", async () => {
  open({}, "technician");
  expect(await screen.findByText(entry.summary)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Whole journal" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Export as CSV" })).toBeNull();
});

test("an auditor takes what is listed along as a file, filtered as it is", async () => {
  const bridge = open({ "list.export": () => failed({ kind: "internal", message: "Stopped here", reference: "r" }) });
  fireEvent.change(await screen.findByLabelText("From day"), { target: { value: "2026-11-22" } });
  fireEvent.click(screen.getByRole("button", { name: "Export as CSV" }));
  await waitFor(() => {
    expect(bridge.inputsOf("list.export")).toMatchObject([
      { list: { name: "journal", filter: { from: new Date(2026, 10, 22).getTime() } }, after: null },
    ]);
  });
});
