import { expect, onTestFinished, test } from "vitest";
import { useConsole } from "../../renderer/stores/console-store";
import { saveBeforeLeaving } from "../../renderer/stores/save-before-leaving";
import { done, installFakeBridge } from "./fake-bridge";

const fields = { url: "", identifier: "", username: "", password: "", rack: "", label: "edge-1" };

test("what was typed goes to the program when the window closes, without waiting for the half second", () => {
  const bridge = installFakeBridge({
    "draft.save": () => done({ taskId: "task-1", operator: "Olga", fields, savedAt: 1 }),
    "form-draft.save": () => done({ savedAt: 1, isKeptInMemory: false }),
  });
  onTestFinished(saveBeforeLeaving());
  useConsole.getState().typeDraft("task-1", fields);
  useConsole.getState().typeForm("order", { label: "edge-2" }, '{"label":"edge-2"}');
  expect(bridge.asked).toEqual([]);

  window.dispatchEvent(new Event("beforeunload"));

  expect(bridge.inputsOf("draft.save")).toEqual([{ taskId: "task-1", fields }]);
  expect(bridge.inputsOf("form-draft.save")).toEqual([{ form: "order", body: '{"label":"edge-2"}' }]);
});
