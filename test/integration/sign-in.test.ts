import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { ConsoleEvent } from "../../main/contract/events";
import type { Role } from "../../main/contract/shapes/operator";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

const passphrase = "correct horse battery";
const pin = "4711";
let clock = createFakeClock();
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock();
  console = await openTestConsole({ panels: createFakePanel(), clock, operator: "Rector" });
  await add("Anna", "administrator", { kind: "passphrase", text: passphrase });
  await add("Boris", "technician", { kind: "pin", text: pin });
  console.vouchFor(null);
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

function add(name: string, role: Role, secret: CallInput<"operator.add">["secret"]) {
  return console.call("operator.add", { name, role, secret });
}

const signIn = (name: string, secret: string) => console.dispatch("operator.sign-in", { name, secret });
const told = async () => {
  const { rows } = await console.store.read(({ journal }) => journal.page({}, { offset: 0, limit: 200 }));
  return rows.map(({ operator, summary }) => `${operator}: ${summary}`);
};
const describeConsole = () => console.call("console.describe", {});

/** Starts the program again on the same profile. */
async function restart(): Promise<void> {
  await console.stop();
  const { directory } = console;
  console = await openTestConsole({ panels: createFakePanel(), clock, operator: null, directory });
}

describe("signing in", () => {
  it("takes the name in any case, and the console is then in the name of the operator", async () => {
    expect(await signIn("bORIS", pin)).toEqual({ ok: true, value: { operator: "Boris", role: "technician" } });
    expect(await describeConsole()).toMatchObject({ access: "signed-in", operator: "Boris", role: "technician" });
    expect((await told())[0]).toBe("Boris: Boris signed in");
  });

  it("offers everybody who works here with how they sign in, and nobody who was switched off", async () => {
    console.actAs("Rector");
    const { id, revision, role } = await add("Clara", "auditor", { kind: "pin", text: pin });
    await console.call("operator.save", { id, revision, role, isActive: false });
    console.vouchFor(null);
    expect(await console.call("operator.offers", {})).toEqual([
      { name: "Anna", role: "administrator", signInKind: "passphrase", blockedUntil: null },
      { name: "Boris", role: "technician", signInKind: "pin", blockedUntil: null },
    ]);
    expect(await signIn("Clara", pin)).toMatchObject({ fault: { kind: "wrong-secret" } });
  });

  it("by another operator takes over", async () => {
    await signIn("Boris", pin);
    await signIn("Anna", passphrase);
    expect(await describeConsole()).toMatchObject({ operator: "Anna", role: "administrator" });
    expect((await told())[0]).toBe("Anna: Anna signed in, taking over from Boris");
  });

  it("leaves a call that is under way to whoever made it", async () => {
    console.actAs("Rector");
    const underWay = add("Clara", "auditor", { kind: "pin", text: pin });
    console.actAs("Anna");
    await underWay;
    expect((await told())[0]).toBe("Rector: Clara added as auditor");
  });

  it("is followed by an event, as is locking and leaving", async () => {
    const events: ConsoleEvent[] = [];
    console.subscribe((event) => events.push(event));
    const changes = () => events.splice(0).filter(({ name }) => name === "session.changed").length;
    await signIn("Boris", pin);
    expect(changes()).toBe(1);
    await console.call("operator.lock", {});
    expect(changes()).toBe(1);
    await signIn("Boris", pin);
    await console.call("operator.sign-out", {});
    expect(changes()).toBe(2);
    await signIn("Boris", "0000");
    expect(changes()).toBe(0);
  });
});

describe("a lock", () => {
  beforeEach(() => signIn("Boris", pin));

  it("refuses every call until its operator is back, and then the console is as it was", async () => {
    await console.call("form-draft.save", { form: "order", body: '{"label":"edge-9"}' });
    await console.call("operator.lock", {});
    expect(await console.fault("form-draft.get", { form: "order" })).toMatchObject({
      kind: "signed-out",
      access: "locked",
      message: "Boris has locked this console. Unlock it first",
    });
    expect(await describeConsole()).toMatchObject({ access: "locked", operator: "Boris" });
    await signIn("Boris", pin);
    expect(await console.call("form-draft.get", { form: "order" })).toMatchObject({ body: '{"label":"edge-9"}' });
    expect((await told()).slice(0, 2)).toEqual([
      "Boris: Boris unlocked the console",
      "Boris: Boris locked the console",
    ]);
  });

  it("stands after a wrong PIN", async () => {
    await console.call("operator.lock", {});
    await signIn("Boris", "0000");
    await signIn("Anna", "0000");
    expect(await describeConsole()).toMatchObject({ access: "locked", operator: "Boris" });
  });

  it("gives way to another operator, who does not get the first one's draft", async () => {
    await console.call("form-draft.save", { form: "order", body: '{"label":"edge-9"}' });
    await console.call("operator.lock", {});
    await signIn("Anna", passphrase);
    expect(await describeConsole()).toMatchObject({ access: "signed-in", operator: "Anna" });
    expect(await console.call("form-draft.get", { form: "order" })).toBeNull();
  });

  it("and a sign-out leave nobody to vouch for", async () => {
    expect(console.signedIn()).toMatchObject({ name: "Boris" });
    await console.call("operator.lock", {});
    expect(console.signedIn()).toBeNull();
    await signIn("Boris", pin);
    await console.call("operator.sign-out", {});
    expect(console.signedIn()).toBeNull();
    expect((await told())[0]).toBe("Boris: Boris signed out");
    expect(await describeConsole()).toMatchObject({ access: "signed-out", operator: "", role: null });
  });
});

describe("wrong secrets", () => {
  it("are refused, and the name that was tried stands in the journal only where somebody has it", async () => {
    expect(await signIn("Boris", "0000")).toMatchObject({
      fault: { kind: "wrong-secret", message: "This PIN is wrong", blockedUntil: null },
    });
    expect(await signIn("s3cret-typed-as-a-name", "0000")).toMatchObject({
      fault: { kind: "wrong-secret", message: "This passphrase is wrong", blockedUntil: null },
    });
    expect((await told()).slice(0, 2)).toEqual([
      "Rackside: A sign-in under an unknown name refused",
      "Rackside: A wrong PIN for Boris refused",
    ]);
  });

  it("ten times in a row make the next attempt wait ten minutes and more, and the right PIN too until then", async () => {
    const waitsMs: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const result = await signIn("Boris", "0000");
      if (result.ok || result.fault.kind !== "wrong-secret") throw new Error("It was taken");
      const waitMs = result.fault.blockedUntil === null ? 0 : result.fault.blockedUntil - clock.now();
      waitsMs.push(waitMs / 1_000);
      clock.advance(waitMs);
    }
    expect(waitsMs).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320]);
    await signIn("Boris", "0000");
    const refused = await signIn("Boris", pin);
    expect(refused).toMatchObject({
      fault: { message: "Too many wrong attempts. Wait 11 minutes before the next attempt" },
    });
    expect((await console.call("operator.offers", {})).map(({ blockedUntil }) => blockedUntil)).toEqual([
      null,
      clock.now() + 640_000,
    ]);
    clock.advance(639_999);
    expect(await signIn("Boris", pin)).toMatchObject({ ok: false });
    clock.advance(1);
    expect(await signIn("Boris", pin)).toMatchObject({ ok: true });
    expect((await told()).filter((line) => line.includes("refused"))).toHaveLength(11);
  });

  it("keep counting after a restart, and the wait does not begin anew", async () => {
    for (let attempt = 1; attempt <= 4; attempt += 1) await signIn("Boris", "0000");
    clock.advance(2_000);
    await restart();
    expect(await signIn("Boris", pin)).toMatchObject({
      fault: { kind: "wrong-secret", blockedUntil: clock.now() + 3_000 },
    });
    clock.advance(3_000);
    const fifth = await signIn("Boris", "0000");
    expect(fifth).toMatchObject({ fault: { blockedUntil: clock.now() + 10_000 } });
  });

  it("are counted at every console of the profile", async () => {
    const { directory } = console;
    const other = await openTestConsole({ panels: createFakePanel(), clock, operator: null, directory });
    for (const one of [console, other, console, other])
      await one.dispatch("operator.sign-in", { name: "Boris", secret: "0000" });
    for (const one of [console, other])
      expect(await one.fault("operator.sign-in", { name: "Boris", secret: pin })).toMatchObject({
        blockedUntil: clock.now() + 5_000,
      });
    await other.stop();
  });

  it("sent all at once are no more than four", async () => {
    const guesses = Array.from({ length: 40 }, (_, index) => signIn("Boris", String(4_700 + index)));
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect((await told()).filter((line) => line.includes("refused"))).toHaveLength(4);
  });

  it("are forgotten once the right one was given", async () => {
    for (let attempt = 1; attempt <= 3; attempt += 1) await signIn("Boris", "0000");
    expect(await signIn("Boris", pin)).toMatchObject({ ok: true });
    expect(await signIn("Boris", "0000")).toMatchObject({ fault: { blockedUntil: null } });
  });

  it("of one operator keep nobody else waiting", async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await signIn("Boris", "0000");
      await signIn("nobody", "0000");
    }
    expect(await signIn("Anna", passphrase)).toMatchObject({ ok: true });
  });

  it("under unknown names wait like any other, and do not fill the journal", async () => {
    for (let attempt = 1; attempt <= 20; attempt += 1) await signIn(`guess ${String(attempt)}`, "0000");
    expect((await told()).filter((line) => line.includes("unknown name"))).toHaveLength(4);
    expect(await signIn("guess", "0000")).toMatchObject({ fault: { blockedUntil: clock.now() + 5_000 } });
  });

  it("wait no longer than the longest wait when the clock was set back", async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await signIn("Boris", "0000");
    clock.advance(-365 * 24 * 3_600_000);
    expect(await signIn("Boris", pin)).toMatchObject({ ok: true });
  });
});
