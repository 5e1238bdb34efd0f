import { describe, expect, onTestFinished, test } from "vitest";
import type { ConsoleDescription } from "../../main/contract/shapes/console";
import { call } from "../../renderer/api";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildDescription } from "./records";

const fields = { url: "", identifier: "", username: "", password: "", rack: "", label: "edge-1" };
const at = 1_700_000_000_000;
const state = () => useConsole.getState();

/** A program whose session the test changes as it likes; every call but those that anybody may make is refused while nobody is signed in. */
function startProgram(answers: FakeAnswers = {}) {
  const program = { description: buildDescription() };
  const refused = () => failed({ kind: "signed-out", message: "Unlock it first", access: "locked" });
  const whenSignedIn = <Value>(value: Value) => (program.description.access === "signed-in" ? done(value) : refused());
  const bridge = installFakeBridge({
    "console.describe": () => done(program.description),
    "link.list": () => whenSignedIn([]),
    "message.unread": () => whenSignedIn([]),
    "operator.lock": () => {
      program.description = { ...program.description, access: "locked" };
      return done({});
    },
    "draft.save": ({ taskId }) => whenSignedIn({ taskId, operator: "Olga", fields, savedAt: at }),
    "form-draft.save": () => whenSignedIn({ savedAt: at, isKeptInMemory: false }),
    ...answers,
  });
  onTestFinished(followEvents());
  return {
    bridge,
    /** The session changes behind the window's back, which then hears of it. */
    async become(change: Partial<ConsoleDescription>) {
      program.description = { ...program.description, ...change };
      bridge.emit({ name: "session.changed" });
      await expect.poll(() => state().description).toEqual(program.description);
    },
  };
}

const observeUnread = () => state().observe("message.unread {}", "message.unread", () => call("message.unread", {}));

describe("a lock", () => {
  test("comes after everything that was typed was saved", async () => {
    const { bridge } = startProgram();
    await state().loadSession();
    state().typeDraft("task-1", fields);
    state().typeForm("order", {}, '{"label":"edge-2"}');

    await state().lock();

    const order = bridge.asked.map(({ name }) => name).filter((name) => /save|lock/.test(name));
    expect(order).toEqual(["draft.save", "form-draft.save", "operator.lock"]);
    expect(state().description?.access).toBe("locked");
  });

  test("keeps what is open, and unlocking goes on there", async () => {
    const { become } = startProgram();
    await state().loadSession();
    state().open("services", "service-1");
    state().typeDraft("task-1", fields);
    const desk = state().deskNumber;

    await become({ access: "locked" });
    await become({ access: "signed-in" });

    expect(state()).toMatchObject({ deskNumber: desk, route: { screen: "services", id: "service-1" } });
    expect(state().drafts["task-1"]?.fields).toEqual(fields);
  });

  test("that came from outside keeps text that was refused, and saves it after unlocking", async () => {
    const { become } = startProgram();
    await state().loadSession();
    state().typeDraft("task-1", fields);
    await become({ access: "locked" });
    await state().flushDraft("task-1");
    expect(state().drafts["task-1"]).toMatchObject({ state: "failed", fields });

    await become({ access: "signed-in" });

    await expect.poll(() => state().drafts["task-1"]?.state).toBe("saved");
  });

  test("lets nothing be asked, and everything on the screen is asked again after unlocking", async () => {
    const { bridge, become } = startProgram();
    await state().loadSession();
    onTestFinished(observeUnread());
    await expect.poll(() => bridge.inputsOf("message.unread").length).toBe(1);

    await become({ access: "locked" });
    state().invalidate(new Set(["message"]));
    await state().reload("message.unread {}");
    expect(bridge.inputsOf("message.unread")).toHaveLength(1);

    await become({ access: "signed-in" });
    await expect.poll(() => bridge.inputsOf("message.unread").length).toBe(2);
  });

  test("is found out by a refused call before its event arrives, and the refusal is no fault of the answer", async () => {
    const program = startProgram({
      "message.unread": () => failed({ kind: "signed-out", message: "Unlock it first", access: "locked" }),
      "console.describe": () => done(buildDescription({ access: "locked" })),
    });
    onTestFinished(observeUnread());

    await expect.poll(() => state().description?.access).toBe("locked");

    expect(state().queries.get("message.unread {}")).toMatchObject({ fault: null, isLoading: false });
    expect(program.bridge.inputsOf("message.unread")).toHaveLength(1);
  });

  test("asked for by the desktop is carried out by the page, which saves first", async () => {
    const { bridge } = startProgram();
    await state().loadSession();
    state().typeDraft("task-1", fields);

    bridge.emit({ name: "lock.requested" });

    await expect.poll(() => state().description?.access).toBe("locked");
    expect(state().drafts["task-1"]?.state).toBe("saved");
  });
});

describe("somebody else", () => {
  test("who takes over begins at the queue, with nothing of the one before", async () => {
    const { become } = startProgram();
    await state().loadSession();
    state().open("services", "service-1");
    state().typeDraft("task-1", fields);
    state().keepForm("order", { label: "of Olga" });
    const desk = state().deskNumber;

    await become({ access: "locked" });
    await become({ access: "signed-in", operator: "Boris", role: "technician" });

    const { deskOwner, drafts, forms, route } = state();
    expect({ deskOwner, drafts, forms, route }).toEqual({
      deskOwner: "Boris",
      drafts: {},
      forms: {},
      route: { screen: "queue", id: null },
    });
    expect(state().deskNumber).toBeGreaterThan(desk);
  });

  test("finds nothing either when the one before has signed out", async () => {
    const { become } = startProgram();
    await state().loadSession();
    state().keepForm("order", { label: "of Olga" });

    await become({ access: "signed-out", operator: "", role: null });

    const { deskOwner, forms, areQueriesSuspended } = state();
    expect({ deskOwner, forms, areQueriesSuspended }).toEqual({ deskOwner: "", forms: {}, areQueriesSuspended: true });
  });
});

test("an answer about the session that comes late does not undo a newer one", async () => {
  const waiting: ((value: ConsoleDescription) => void)[] = [];
  installFakeBridge({
    "console.describe": () =>
      new Promise((resolve) => {
        waiting.push((value) => {
          resolve(done(value));
        });
      }),
  });
  const first = state().loadSession();
  const second = state().loadSession();
  waiting[1]?.(buildDescription({ access: "locked" }));
  await second;
  waiting[0]?.(buildDescription({ access: "signed-in" }));
  await first;

  expect(state().description?.access).toBe("locked");
});

test("whoever signed in is remembered for the next start", async () => {
  const { bridge } = startProgram({ "operator.sign-in": () => done({ operator: "Olga", role: "administrator" }) });

  expect(await state().signIn("Olga", "a passphrase")).toBeNull();

  expect(bridge.inputsOf("preference.set")).toEqual([{ lastOperator: "Olga" }]);
});
