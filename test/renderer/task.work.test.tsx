import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, test } from "vitest";
import type { TaskDetail, TaskRow } from "../../main/contract/shapes/task";
import { TaskPane } from "../../renderer/screens/task/task-pane";
import { workOf } from "../../renderer/screens/task/task-work";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildAction, buildService, buildTask, buildTaskDetail } from "./records";
import { show } from "./show";

afterEach(cleanup);

function openTask(detail: TaskDetail, answers: FakeAnswers = {}) {
  const bridge = installFakeBridge({
    "task.get": () => done(detail),
    "tariff.list": () => done([]),
    "enumeration.list": () => done([]),
    "task.retry": () => done({ actionIds: ["action-1"], delivery: "sending" }),
    "task.close": () => done({ actionIds: [], delivery: "none" }),
    ...answers,
  });
  show(<TaskPane taskId="task-1" />);
  return bridge;
}

const failedSetUp = buildTaskDetail({
  task: buildTask({
    kind: "set-up",
    state: "running",
    performer: "Rackside",
    moduleType: "dsmanager",
    productType: "dedicated",
    moduleName: "ds-1",
    needsAttention: true,
  }),
  steps: [
    buildAction({
      state: "needs-attention",
      summary: "Install debian12",
      trouble: { kind: "operation-failed", message: "No boot device", differences: [] },
    }),
  ],
});

describe("a task that runs by itself and failed", () => {
  test("shows the panel's words and retries all its steps together", async () => {
    const bridge = openTask(failedSetUp);
    expect(await screen.findByText("No boot device")).toBeTruthy();
    expect(screen.queryByLabelText("Label")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    await waitFor(() => {
      expect(bridge.inputsOf("task.retry")).toEqual([{ id: "task-1" }]);
    });
  });

  test("is finished by hand with a reason and, where none was chosen, the server", async () => {
    const bridge = openTask(failedSetUp, { "task.finish-by-hand": () => done(failedSetUp.task) });
    fireEvent.click(await screen.findByRole("button", { name: "Finish by hand" }));
    const dialog = within(await screen.findByRole("dialog"));
    const confirm = dialog.getByRole("button", { name: "Finish by hand" });
    expect(dialog.getByText("Given up: Install debian12")).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: "Installed from the console" } });
    fireEvent.click(confirm);
    expect(await dialog.findByText(/The id is a whole number/)).toBeTruthy();
    expect(bridge.inputsOf("task.finish-by-hand")).toEqual([]);

    fireEvent.change(dialog.getByLabelText(/Server id in ds-1/), { target: { value: "104" } });
    fireEvent.click(confirm);
    await waitFor(() => {
      expect(bridge.inputsOf("task.finish-by-hand")).toEqual([
        { id: "task-1", revision: 3, reason: "Installed from the console", serverId: 104 },
      ]);
    });
  });

  test("says by the field that the server is not the right one", async () => {
    openTask(failedSetUp, {
      "task.finish-by-hand": () =>
        failed({ kind: "invalid-input", message: "", issues: [{ path: "serverId", message: "104 has an owner" }] }),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Finish by hand" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByLabelText(/Server id in ds-1/), { target: { value: "104" } });
    fireEvent.change(dialog.getByLabelText(/^Reason/), { target: { value: "By hand" } });
    fireEvent.click(dialog.getByRole("button", { name: "Finish by hand" }));
    expect(await dialog.findByText("104 has an owner")).toBeTruthy();
    expect(dialog.getByLabelText<HTMLTextAreaElement>(/^Reason/).value).toBe("By hand");
  });
});

describe("a task that is all done by hand", () => {
  test("says in words how a server is suspended and closes without a card", async () => {
    const bridge = openTask(buildTaskDetail({ task: buildTask({ kind: "suspend", moduleType: "manual" }) }));
    expect(await screen.findByText(/Shut the server's switch ports, never its management/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Close task/ }));
    await waitFor(() => {
      expect(bridge.inputsOf("task.close")).toEqual([{ id: "task-1", revision: 3 }]);
    });
  });

  test("shows what a change is about", async () => {
    const service = buildService({
      state: "changing",
      pendingChange: {
        tariffVersion: 1,
        amounts: {},
        choices: {},
        price: { currency: "EUR", lines: [], totalMinor: 0 },
        differences: [{ field: "Power", before: "200 W", after: "400 W" }],
        stateBefore: "active",
      },
    });
    openTask(buildTaskDetail({ task: buildTask({ kind: "change" }), service }));
    expect(await screen.findByText("400 W")).toBeTruthy();
    expect(screen.getByText(/Addresses are not part of it/)).toBeTruthy();
  });

  test("asks before a service ends", async () => {
    const bridge = openTask(buildTaskDetail({ task: buildTask({ kind: "close", moduleType: "dsmanager" }) }));
    fireEvent.click(await screen.findByRole("button", { name: /Close the service/ }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/Rackside changes nothing on a panel for it/)).toBeTruthy();
    expect(bridge.inputsOf("task.close")).toEqual([]);
  });
});

describe("the card of a module without DCImanager", () => {
  const cardOf = (change: Partial<TaskRow>) => buildTaskDetail({ task: buildTask(change) });

  test("takes any identifier for manual set-up and asks no panel", async () => {
    const bridge = openTask(cardOf({ moduleType: "manual", moduleName: "By hand" }), {
      "draft.save": ({ fields }) => done({ taskId: "task-1", operator: "Olga", fields, savedAt: 1 }),
    });
    fireEvent.change(await screen.findByLabelText("Identifier"), { target: { value: "shelf 3" } });
    expect(screen.queryByText(/whole number/)).toBeNull();
    expect(screen.queryByText("No server yet")).toBeNull();
    expect(bridge.inputsOf("card.forecast")).toEqual([]);
    expect(bridge.inputsOf("server.get")).toEqual([]);
  });

  test("asks for the id in DSmanager, where servers are registered by hand", async () => {
    const bridge = openTask(cardOf({ moduleType: "dsmanager" }));
    expect(await screen.findByLabelText("Server id in DSmanager")).toBeTruthy();
    expect(screen.getByText(/Register the server in DSmanager and enter its id/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Server is not in the panel yet" })).toBeNull();
    expect(bridge.inputsOf("card.forecast")).toEqual([]);
  });
});

describe("what stands in the pane of a task", () => {
  it("follows who carries it out", () => {
    const work = (change: Partial<TaskRow>) => workOf(buildTask(change));
    expect(work({ kind: "set-up" })).toBe("card");
    expect(work({ kind: "set-up", moduleType: "dsmanager", productType: "dedicated" })).toBe("steps");
    expect(work({ kind: "close" })).toBe("closing");
    expect(work({ kind: "close", moduleType: "manual" })).toBe("by-hand");
    expect(work({ kind: "suspend", performer: "Rackside" })).toBe("steps");
    expect(work({ kind: "suspend", moduleType: "manual" })).toBe("by-hand");
    expect(work({ kind: "assign-addresses", performer: null })).toBe("steps");
  });
});
