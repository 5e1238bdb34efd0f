import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { AddressForecast, TaskDetail } from "../../main/contract/shapes/task";
import { TaskPane } from "../../renderer/screens/task/task-pane";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildTask, buildTaskDetail } from "./records";
import { show } from "./show";

afterEach(cleanup);

const short: AddressForecast = {
  family: "ipv4",
  needed: 4,
  free: "1",
  poolId: 5,
  poolName: "public",
  poolReason: "public-name",
  isShort: true,
  takenAt: 0,
  isLive: true,
};

function openCard(detail: TaskDetail = buildTaskDetail(), answers: FakeAnswers = {}) {
  const bridge = installFakeBridge({
    "task.get": () => done(detail),
    "card.forecast": () => done([short]),
    "draft.save": ({ fields }) => done({ taskId: "task-1", operator: "Olga", fields, savedAt: 1 }),
    "server.get": ({ serverId }) =>
      failed({
        kind: "remote-refused",
        message: `Riga-1: Server ${String(serverId)} does not exist`,
        system: "Riga-1",
        reason: "",
      }),
    "task.close": () =>
      failed({
        kind: "invalid-input",
        message: "Check the card",
        issues: [{ path: "card.rack", message: "No rack Z99 in the panel" }],
      }),
    ...answers,
  });
  followEvents();
  show(<TaskPane taskId="task-1" />);
  return bridge;
}

describe("the card of a set-up task", () => {
  test("shows a shortage where the addresses are told, before anything is closed", async () => {
    openCard();
    expect(await screen.findByText(/Too few/)).toBeDefined();
  });

  test("what was typed is saved when the field loses the focus", async () => {
    const bridge = openCard();
    const rack = await screen.findByLabelText("Rack", { selector: "input" });
    fireEvent.change(rack, { target: { value: "Z99" } });
    fireEvent.blur(rack);
    await waitFor(() => {
      expect(bridge.inputsOf("draft.save")).toMatchObject([{ taskId: "task-1", fields: { rack: "Z99" } }]);
    });
  });

  test("leaving the card loses nothing that was typed", async () => {
    const bridge = openCard();
    fireEvent.change(await screen.findByLabelText("Rack", { selector: "input" }), { target: { value: "A01" } });
    cleanup();
    await waitFor(() => {
      expect(bridge.inputsOf("draft.save")).toHaveLength(1);
    });
    show(<TaskPane taskId="task-1" />);
    expect((await screen.findByLabelText<HTMLInputElement>("Rack", { selector: "input" })).value).toBe("A01");
  });

  test("a refusal stands by its field, and the text stays", async () => {
    openCard();
    fireEvent.change(await screen.findByLabelText("Rack", { selector: "input" }), { target: { value: "Z99" } });
    fireEvent.click(screen.getByRole("button", { name: /Close task/ }));
    expect(await screen.findByText("No rack Z99 in the panel")).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Rack", { selector: "input" }).value).toBe("Z99");
  });

  test("an id that is no number is told at once", async () => {
    openCard();
    fireEvent.change(await screen.findByLabelText("Server id"), { target: { value: "srv-7" } });
    expect(await screen.findByText(/whole number/)).toBeDefined();
  });

  test("an id that the panel does not know is told by the field", async () => {
    openCard();
    fireEvent.change(await screen.findByLabelText("Server id"), { target: { value: "99999" } });
    expect(await screen.findByText("Riga-1 has no server 99999")).toBeDefined();
  });

  test("an earlier draft is restored and said to be one", async () => {
    const fields = { url: "", identifier: "", username: "", password: "", rack: "B07", label: "edge-1" };
    openCard(buildTaskDetail({ draft: { taskId: "task-1", operator: "Olga", fields, savedAt: Date.now() - 120_000 } }));
    expect((await screen.findByLabelText<HTMLInputElement>("Rack", { selector: "input" })).value).toBe("B07");
    expect(screen.getByText(/It was restored/)).toBeDefined();
  });

  test("a draft that the disk does not take is said to be in memory, until it is stored", async () => {
    let isDiskFull = true;
    const savedDraft = { taskId: "task-1", operator: "Olga", savedAt: 7 };
    const bridge = openCard(buildTaskDetail(), {
      "task.get": () => done(buildTaskDetail({ draft: isDiskFull ? null : { ...savedDraft, fields: typed } })),
      "draft.save": ({ fields }) => done({ ...savedDraft, fields, isKeptInMemory: true }),
    });
    const typed = { url: "", identifier: "", username: "", password: "", rack: "A01", label: "edge-1" };
    const rack = await screen.findByLabelText("Rack", { selector: "input" });
    fireEvent.change(rack, { target: { value: "A01" } });
    fireEvent.blur(rack);
    expect(await screen.findByText(/Kept in memory: the disk takes nothing/)).toBeDefined();
    expect(screen.queryByText("Draft saved")).toBeNull();

    isDiskFull = false;
    bridge.emit({ name: "records.changed", changes: [{ entity: "draft", id: "task-1" }] });
    expect(await screen.findByText("Draft saved")).toBeDefined();
    expect(screen.queryByText(/Kept in memory/)).toBeNull();
  });

  test("a draft that is still in memory says so when the card is opened again", async () => {
    const fields = { url: "", identifier: "", username: "", password: "", rack: "B07", label: "edge-1" };
    const draft = { taskId: "task-1", operator: "Olga", fields, savedAt: Date.now(), isKeptInMemory: true };
    openCard(buildTaskDetail({ draft }));
    expect(await screen.findByText(/Kept in memory/)).toBeDefined();
  });

  test("somebody else's card cannot be typed into", async () => {
    openCard(buildTaskDetail({ task: buildTask({ performer: "Anna" }) }));
    expect(await screen.findByText(/Anna works on this task/)).toBeDefined();
    expect(screen.queryByLabelText("Rack")).toBeNull();
  });
});
