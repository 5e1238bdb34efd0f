import { Notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { ActionTrouble, ListedAction } from "../../main/contract/shapes/action";
import type { Role } from "../../main/contract/shapes/operator";
import { ActivityScreen } from "../../renderer/screens/activity/activity-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { giveHeight, giveWidth } from "./layout";
import { buildAction, buildModule, buildOperator } from "./records";
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

const troubleOf = (kind: ActionTrouble["kind"]): ActionTrouble => ({ kind, message: "", differences: [] });

function step(number: number, change: Partial<ListedAction> = {}): ListedAction {
  const id = `step-${String(number)}`;
  const named = { id, sequence: number, summary: `Set the host name to node${String(number)}` };
  return { ...buildAction(named), moduleName: "Riga-1", serviceNumber: number, ...change };
}

const refused = { state: "needs-attention", trouble: troubleOf("refused") } as const;
const steps = [
  step(0, refused),
  step(1, refused),
  step(2, { state: "needs-attention", trouble: troubleOf("conflict") }),
  step(3, { state: "sending" }),
  step(4, { heldBy: "Boris" }),
];

function openSteps(answers: FakeAnswers = {}, role: Role = "technician") {
  const bridge = installFakeBridge(
    {
      "action.list": () => done({ rows: steps, total: steps.length, next: null }),
      "action.get": ({ id }) => done(steps.find((one) => one.id === id) ?? step(9)),
      "module.list": () => done([buildModule({ name: "Riga-1" })]),
      "operator.list": () => done([buildOperator({ name: "Olga" })]),
      "view.list": () => done([]),
      ...answers,
    },
    role,
  );
  useConsole.getState().open("activity");
  show(
    <>
      <Notifications />
      <ActivityScreen />
    </>,
  );
  return bridge;
}

const lastAsked = (bridge: ReturnType<typeof openSteps>) =>
  bridge.inputsOf("action.list").at(-1) as CallInput<"action.list">;

async function markAll(): Promise<void> {
  fireEvent.click(await screen.findByText(/node0$/), { ctrlKey: true });
  fireEvent.click(screen.getByText(/node4$/), { shiftKey: true });
  await screen.findByText("5 marked");
}

describe("the steps as a table", () => {
  test("say what each is, why it is not done and who holds it", async () => {
    openSteps();
    const row = (await screen.findByText(/node4$/)).closest<HTMLElement>("[role=row]");
    expect(row?.textContent).toContain("Held by Boris");
    expect(screen.getAllByText("The panel refused")).toHaveLength(2);
    expect(screen.getByText("5 steps")).toBeTruthy();
  });

  test("are asked for as they are sorted and narrowed", async () => {
    const bridge = openSteps();
    await screen.findByText(/node0$/);
    expect(lastAsked(bridge)).toMatchObject({ state: "unfinished", moduleId: null, createdBy: null, sort: null });
    fireEvent.click(screen.getByRole("button", { name: "Entered" }));
    const { setFilter } = useConsole.getState();
    setFilter("activity", "state", "all");
    setFilter("activity", "module", "module-1");
    setFilter("activity", "by", "Olga");
    setFilter("activity", "search", "node");
    await waitFor(() => {
      expect(lastAsked(bridge)).toMatchObject({
        state: "all",
        moduleId: "module-1",
        createdBy: "Olga",
        search: "node",
        sort: { by: "entered", isDescending: false },
      });
    });
  });

  test("open beside the list, also one that has left it", async () => {
    openSteps();
    fireEvent.click(await screen.findByText(/node1$/));
    expect(await screen.findByRole("heading", { name: /node1$/ })).toBeTruthy();
    useConsole.getState().open("activity", "step-elsewhere");
    expect(await screen.findByRole("heading", { name: /node9$/ })).toBeTruthy();
  });

  test("say that it is good news when nothing needs a decision, and offer a way out of a search", async () => {
    openSteps({ "action.list": () => done({ rows: [], total: 0, next: null }) });
    expect(await screen.findByText("Everything has gone out")).toBeTruthy();
    useConsole.getState().setFilter("activity", "state", "needs-attention");
    expect(await screen.findByText("Nothing needs a decision")).toBeTruthy();
    useConsole.getState().setFilter("activity", "search", "node");
    fireEvent.click(await screen.findByRole("button", { name: "Clear the filters" }));
    expect(await screen.findByText("Everything has gone out")).toBeTruthy();
  });

  test("that cannot be read say so", async () => {
    openSteps({ "action.list": () => failed({ kind: "internal", message: "Row 3 cannot be read", reference: "r" }) });
    expect(await screen.findByText(/Row 3 cannot be read/)).toBeTruthy();
  });
});

describe("marked steps", () => {
  test("are tried again one by one, but for conflicts, held ones and those on their way", async () => {
    const bridge = openSteps({ "action.retry": ({ id }) => done({ ...step(0), id, state: "uncertain", revision: 2 }) });
    await markAll();
    fireEvent.click(screen.getByRole("button", { name: "Retry 2" }));
    expect(await screen.findByText("2 steps are tried again")).toBeTruthy();
    expect(bridge.inputsOf("action.retry")).toEqual([{ id: "step-0" }, { id: "step-1" }]);
    expect(useConsole.getState().marks["steps"]?.size).toBe(3);
  });

  test("are given up together for one reason, which is asked for first", async () => {
    const bridge = openSteps({
      "action.discard": ({ id }) => done({ ...step(0), id, state: "discarded", revision: 2 }),
    });
    await markAll();
    fireEvent.click(screen.getByRole("button", { name: "Discard 5" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/node3 · Riga-1/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/Reason/), { target: { value: "Panel replaced" } });
    fireEvent.click(dialog.getByRole("button", { name: "Discard 5 steps" }));
    expect(await screen.findByText("5 steps given up")).toBeTruthy();
    expect(bridge.inputsOf("action.discard")).toContainEqual({ id: "step-4", reason: "Panel replaced" });
    expect(bridge.inputsOf("action.discard")).toHaveLength(5);
  });

  test("have no deed for whoever only looks", async () => {
    openSteps({}, "auditor");
    await markAll();
    expect(within(screen.getByRole("toolbar")).getAllByRole("button")).toHaveLength(1);
  });
});
