import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useConsole } from "../../renderer/stores/console-store";
import { draftDelayMs } from "../../renderer/stores/drafts";
import { done, failed, installFakeBridge } from "./fake-bridge";

const empty = { url: "", identifier: "", username: "", password: "", rack: "", label: "" };
const savedDraft = (fields: typeof empty) => done({ taskId: "task-1", operator: "Olga", fields, savedAt: 1 });
const draft = () => useConsole.getState().drafts["task-1"];
const type = (label: string) => {
  useConsole.getState().typeDraft("task-1", { ...empty, label });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a card's draft", () => {
  test("is saved once, half a second after the last key", async () => {
    const bridge = installFakeBridge({ "draft.save": ({ fields }) => savedDraft(fields) });
    type("e");
    await vi.advanceTimersByTimeAsync(draftDelayMs - 1);
    type("ed");
    await vi.advanceTimersByTimeAsync(draftDelayMs - 1);
    expect(bridge.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(bridge.inputsOf("draft.save")).toEqual([{ taskId: "task-1", fields: { ...empty, label: "ed" } }]);
    expect(draft()?.state).toBe("saved");
  });

  test("is saved at once when a field loses the focus, and not a second time", async () => {
    const bridge = installFakeBridge({ "draft.save": ({ fields }) => savedDraft(fields) });
    type("edge");
    await useConsole.getState().flushDraft("task-1");
    await vi.advanceTimersByTimeAsync(draftDelayMs * 2);
    expect(bridge.inputsOf("draft.save")).toHaveLength(1);
  });

  test("keeps the text when saving fails, and saves it with the next attempt", async () => {
    let isDown = true;
    installFakeBridge({
      "draft.save": ({ fields }) =>
        isDown ? failed({ kind: "internal", message: "Disk full", reference: "1" }) : savedDraft(fields),
    });
    type("edge");
    await useConsole.getState().flushDraft("task-1");
    expect(draft()).toMatchObject({ state: "failed", fields: { label: "edge" } });
    isDown = false;
    await useConsole.getState().flushDraft("task-1");
    expect(draft()?.state).toBe("saved");
  });

  test("is not called saved while the program keeps it in memory, and is not sent again", async () => {
    const bridge = installFakeBridge({
      "draft.save": ({ fields }) =>
        done({ taskId: "task-1", operator: "Olga", fields, savedAt: 7, isKeptInMemory: true }),
    });
    type("edge");
    await useConsole.getState().flushDraft("task-1");
    await useConsole.getState().flushDraft("task-1");
    expect(draft()).toMatchObject({ state: "in-memory", savedAt: 7 });
    expect(bridge.asked).toHaveLength(1);
  });

  test("does not call text saved that was typed while an older text was being saved", async () => {
    let release: () => void = () => undefined;
    installFakeBridge({
      "draft.save": ({ fields }) =>
        new Promise((resolve) => {
          release = () => {
            resolve(savedDraft(fields));
          };
        }),
    });
    type("old");
    const saving = useConsole.getState().flushDraft("task-1");
    type("new");
    release();
    await saving;
    expect(draft()).toMatchObject({ state: "typed", fields: { label: "new" } });
  });

  test("is forgotten without another save once the card is closed", async () => {
    const bridge = installFakeBridge({ "draft.save": ({ fields }) => savedDraft(fields) });
    type("edge");
    useConsole.getState().forgetDraft("task-1");
    await vi.advanceTimersByTimeAsync(draftDelayMs * 2);
    expect(bridge.asked).toEqual([]);
    expect(draft()).toBeUndefined();
  });
});
