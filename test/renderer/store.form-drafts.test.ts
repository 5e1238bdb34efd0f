import { beforeEach, describe, expect, test, vi } from "vitest";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { firstWizardState, wizardFormat } from "../../renderer/screens/modules/wizard-state";
import { done, failed, installFakeBridge } from "./fake-bridge";

const stored = { form: "order", operator: "Olga", body: '{"label":"edge-9"}', savedAt: 1_700_000_000_000 };
const type = (label: string): void => {
  useConsole.getState().typeForm("order", { label }, JSON.stringify({ label }));
};
const stateOf = () => useConsole.getState().formDrafts["order"]?.state;

describe("the draft of a form", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test("is saved once, half a second after the last key", async () => {
    const bridge = installFakeBridge({ "form-draft.save": () => done({ savedAt: 1, isKeptInMemory: false }) });
    type("e");
    await vi.advanceTimersByTimeAsync(400);
    type("edge");
    await vi.advanceTimersByTimeAsync(400);
    expect(bridge.inputsOf("form-draft.save")).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(bridge.inputsOf("form-draft.save")).toEqual([{ form: "order", body: '{"label":"edge"}' }]);
    expect(stateOf()).toBe("saved");
  });

  test("is saved at once when the form is left, and not a second time", async () => {
    const bridge = installFakeBridge({ "form-draft.save": () => done({ savedAt: 1, isKeptInMemory: false }) });
    type("edge");
    await useConsole.getState().flushForm("order");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bridge.inputsOf("form-draft.save")).toHaveLength(1);
  });

  test("that could not be saved is said to be, and is tried again with the next key", async () => {
    let isFull = true;
    const fault = { kind: "internal", message: "The disk is full", reference: "1" } as const;
    installFakeBridge({
      "form-draft.save": () => (isFull ? failed(fault) : done({ savedAt: 1, isKeptInMemory: false })),
    });
    type("edge");
    await vi.advanceTimersByTimeAsync(500);
    expect(stateOf()).toBe("failed");
    isFull = false;
    type("edge-9");
    await vi.advanceTimersByTimeAsync(500);
    expect(stateOf()).toBe("saved");
  });

  test("that the disk does not take is said to be in memory until the program has stored it", async () => {
    const bridge = installFakeBridge({ "form-draft.save": () => done({ savedAt: 1, isKeptInMemory: true }) });
    const end = followEvents();
    type("edge");
    await vi.advanceTimersByTimeAsync(500);
    expect(stateOf()).toBe("in-memory");
    bridge.emit({ name: "records.changed", changes: [{ entity: "draft", id: "order" }] });
    expect(stateOf()).toBe("saved");
    end();
  });

  test("is restored with its time, and goes when it is discarded", async () => {
    const bridge = installFakeBridge({
      "form-draft.get": () => done(stored),
      "form-draft.discard": () => done({}),
    });
    await useConsole.getState().restoreForm("order", (body) => JSON.parse(body) as unknown);
    expect(useConsole.getState().forms["order"]).toEqual({ label: "edge-9" });
    expect(useConsole.getState().formDrafts["order"]?.restoredFrom).toBe(stored.savedAt);
    await useConsole.getState().discardForm("order");
    expect(useConsole.getState().forms["order"]).toBeUndefined();
    expect(bridge.inputsOf("form-draft.discard")).toEqual([{ form: "order" }]);
  });

  test("does not replace what was typed while it was being asked for", async () => {
    installFakeBridge({ "form-draft.get": () => done(stored) });
    const restoring = useConsole.getState().restoreForm("order", (body) => JSON.parse(body) as unknown);
    type("typed now");
    await restoring;
    expect(useConsole.getState().forms["order"]).toEqual({ label: "typed now" });
  });

  test("is saved at once before the console is locked, and stays where it is", async () => {
    const bridge = installFakeBridge({ "form-draft.save": () => done({ savedAt: 1, isKeptInMemory: false }) });
    type("of Olga");
    await useConsole.getState().flushForms();
    expect(bridge.inputsOf("form-draft.save")).toHaveLength(1);
    expect(useConsole.getState().forms["order"]).toEqual({ label: "of Olga" });
  });
});

test("the module wizard keeps everything but the password", () => {
  const draft = { ...firstWizardState.draft, url: "https://dci.example.net", password: "planted-secret" };
  const body = wizardFormat.write({ ...firstWizardState, step: "parameters", draft });
  expect(body).not.toContain("planted-secret");
  expect(wizardFormat.read(body)).toMatchObject({
    step: "integration",
    draft: { url: "https://dci.example.net", password: "" },
    trial: { kind: "none" },
  });
});
