import { Notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { QueueScreen } from "../../renderer/screens/queue/queue-screen";
import { exportList } from "../../renderer/lists/export-list";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge } from "./fake-bridge";
import type { FakeAnswers } from "./fake-bridge";
import { giveHeight, giveWidth } from "./layout";
import { buildTask } from "./records";
import { show } from "./show";

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

const tasks = Array.from({ length: 6 }, (_, index) =>
  buildTask({ id: `task-${String(index)}`, serviceLabel: `edge-${String(index)}`, state: "open", performer: null }),
);

const counts = { open: 6, inWork: 0, running: 0, needsAttention: 0 };

function openQueue(answers: FakeAnswers = {}) {
  const bridge = installFakeBridge({
    "task.list": () => done({ rows: tasks, total: tasks.length, next: null, counts }),
    "department.list": () => done([]),
    "data-centre.list": () => done([]),
    "view.list": () => done([]),
    ...answers,
  });
  show(
    <>
      <Notifications />
      <QueueScreen />
    </>,
  );
  return bridge;
}

const lastAsked = (bridge: ReturnType<typeof openQueue>) =>
  bridge.inputsOf("task.list").at(-1) as CallInput<"task.list">;

describe("the queue as a table", () => {
  test("is sorted by a heading: up, down, and as it is worked through", async () => {
    const bridge = openQueue();
    const heading = await screen.findByRole("button", { name: "Name" });
    const direction = () => screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort");
    fireEvent.click(heading);
    await waitFor(() => {
      expect(lastAsked(bridge).sort).toEqual({ by: "label", isDescending: false });
    });
    expect(direction()).toBe("ascending");
    fireEvent.click(heading);
    await waitFor(() => {
      expect(lastAsked(bridge).sort).toEqual({ by: "label", isDescending: true });
    });
    expect(direction()).toBe("descending");
    fireEvent.click(heading);
    expect(direction()).toBe("none");
  });

  test("says when a search found more than it shows", async () => {
    openQueue({ "task.list": () => done({ rows: tasks, total: 2_000, next: null, isCapped: true, counts }) });
    expect((await screen.findByText(/^The search finds very much/)).textContent).toContain("2,000");
  });

  test("accepts the marked tasks one by one and tells which were not, and why", async () => {
    const bridge = openQueue({
      "task.accept": ({ id }) =>
        id === "task-2" || id === "task-3"
          ? failed({ kind: "not-allowed", rule: "held", message: "Anna has taken it" })
          : done(buildTask({ id, revision: 4, state: "in-work" })),
    });
    fireEvent.click(await screen.findByText("edge-1"), { ctrlKey: true });
    fireEvent.click(screen.getByText("edge-4"), { shiftKey: true });
    fireEvent.click(await screen.findByRole("button", { name: "Accept 4" }));
    expect(await screen.findByText("2 tasks accepted")).toBeTruthy();
    expect(bridge.inputsOf("task.accept")).toHaveLength(4);
    expect(screen.getByText(/2 not: Anna has taken it/).textContent).toContain("edge-2, edge-3");
    expect([...(useConsole.getState().marks["tasks"]?.keys() ?? [])]).toEqual(["task-2", "task-3"]);
  });

  test("stops after the task at hand, and leaves the others marked", async () => {
    openQueue({
      "task.accept": ({ id }) => {
        useConsole.getState().cancelBulkRun("tasks");
        return done(buildTask({ id, revision: 4, state: "in-work" }));
      },
    });
    fireEvent.click(await screen.findByText("edge-0"), { ctrlKey: true });
    fireEvent.click(screen.getByText("edge-5"), { shiftKey: true });
    fireEvent.click(await screen.findByRole("button", { name: "Accept 6" }));
    expect(await screen.findByText("1 task accepted")).toBeTruthy();
    expect(screen.getByText(/5 rows were not tried/)).toBeTruthy();
    expect(useConsole.getState().marks["tasks"]?.size).toBe(5);
  });

  test("clears its filters, and brings them back", async () => {
    openQueue({
      "task.list": ({ search = "" }) =>
        done({
          rows: search === "" ? tasks : [],
          total: search === "" ? tasks.length : 0,
          next: null,
          counts: { open: 6, inWork: 0, running: 0, needsAttention: 0 },
        }),
    });
    await screen.findByText("edge-1");
    useConsole.getState().setFilter("queue", "search", "zzz");
    fireEvent.click(await screen.findByRole("button", { name: "Clear the filters" }));
    await screen.findByText("edge-1");
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => {
      expect(screen.queryByText("edge-1")).toBeNull();
    });
    expect(useConsole.getState().filters.queue).toEqual({ search: "zzz" });
  });
});

describe("the export of a list", () => {
  const filter = { state: "all" as const };
  test("reads piece by piece and becomes one file", async () => {
    const bridge = installFakeBridge({
      "list.export": ({ after = null }) =>
        done(
          after === null
            ? { text: "number\r\n1\r\n", rows: 1, total: 2, next: "x" }
            : { text: "2\r\n", rows: 1, total: 2, next: null },
        ),
    });
    const end = await exportList({ name: "tasks", filter });
    expect(end).toEqual({ name: expect.stringMatching(/^rackside-tasks-.*\.csv$/) as string, rows: 2 });
    expect((bridge.inputsOf("list.export") as CallInput<"list.export">[]).map(({ after }) => after)).toEqual([
      null,
      "x",
    ]);
  });

  test("ends without a file when it is stopped", async () => {
    installFakeBridge({
      "list.export": () => {
        useConsole.getState().cancelExport("tasks");
        return done({ text: "1\r\n", rows: 1, total: 100, next: "x" });
      },
    });
    expect(await exportList({ name: "tasks", filter })).toBeNull();
    expect(useConsole.getState().exportRuns).toEqual({});
  });
});
