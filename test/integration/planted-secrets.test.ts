import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createLog } from "../../main/adapters/log";
import type { Console } from "../../main/compose";
import { calls } from "../../main/contract/calls";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Result } from "../../main/contract/faults";
import { openProfile } from "../../main/profile/open-profile";
import { exportProfile } from "../../main/profile/transfer";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { cardFor, prepareSale } from "../builders/console";
import { connectionTo, prepareDedicatedService } from "../builders/dedicated-service";
import { echoes, startEchoingPanel } from "../builders/echoing-panel";
import { filesBelow, findLeaks, findLeaksBelow, plantedSecret } from "../builders/planted-secrets";
import type { Leak } from "../builders/planted-secrets";
import { makeDirectory, openSiteVault } from "../builders/profile-key";

const planted: Record<string, string> = {
  "module password": plantedSecret(1),
  "password in an address": plantedSecret(2),
  "card password": plantedSecret(3),
  "draft password": plantedSecret(4),
  "BMC password": plantedSecret(5),
  "administrator's passphrase": plantedSecret(6),
  "technician's passphrase": plantedSecret(7),
  PIN: "730914826155",
  "vault passphrase": plantedSecret(8),
  "other vault passphrase": plantedSecret(9),
  "wrong secret": plantedSecret(10),
  "password of a connection that is tried": plantedSecret(11),
};
const secret = (name: string): string => planted[name] ?? "";

/** What a call is there to tell, and to nobody else. */
const told: Partial<Record<CallName, readonly string[]>> = {
  "card.reveal": ["card password", "installed password"],
  "draft.save": ["draft password"],
  // Says again what was scanned, to whoever scanned it.
  "scan.read": ["wrong secret"],
  "task.get": ["draft password"],
  "profile.set-up": ["recovery code"],
  "vault.make-recovery-code": ["recovery code", "second recovery code"],
  "vault.rekey": ["third recovery code"],
  "token.add": ["token"],
};

/** Every answer of the console, and what of it should not be there. */
function listenIn(console: Console) {
  const answers: { readonly name: string; readonly result: Result<unknown> }[] = [];
  async function dispatch(name: string, input: unknown): Promise<Result<unknown>> {
    const result = await console.dispatch(name, input);
    answers.push({ name, result });
    return result;
  }
  return {
    dispatch,
    answers,
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      const result = await dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
      return result.value as CallOutput<Name>;
    },
    leaks: (): Leak[] =>
      answers.flatMap(({ name, result }) => {
        const allowed: readonly string[] = told[name as CallName] ?? [];
        return findLeaks(planted, JSON.stringify(result), `answer of ${name}`).filter(
          ({ secret: found }) => !allowed.includes(found),
        );
      }),
  };
}

async function open(directory: string, operator?: string) {
  const vault = openSiteVault(directory);
  const console = await openProfile({
    directory,
    profile: "site",
    vault,
    log: createLog({ directory }),
    hostKind: "window",
    version: "0.0.0",
    runtime: "test",
    copySecret: () => undefined,
    ...(operator !== undefined && { operator }),
  });
  onTestFinished(() => console.stop());
  const heard: string[] = [];
  console.subscribe((event) => heard.push(JSON.stringify(event)));
  return { console, vault, heard, ...listenIn(console) };
}

test(
  "no secret stands in a log, database, backup, export, bundle, event or answer that is not there to tell it",
  {
    timeout: 120_000,
  },
  async () => {
    const directory = makeDirectory();
    const adminPassword = secret("module password");
    const colocation = await startDcimanagerSimulator({
      adminPassword,
      timings: { allocateMs: 1, powerMs: 1, portMs: 1, releaseMs: 1 },
    });
    const dedicated = await startDsmanagerSimulator({
      dialect: "dcimanager5",
      adminPassword: secret("password in an address"),
      timings: { installMs: 1 },
    });
    onTestFinished(() => Promise.all([colocation.stop(), dedicated.stop()]).then(() => undefined));
    const site = await open(directory);
    const { call, dispatch, console, heard } = site;

    const administrator = { name: "Vera", passphrase: secret("administrator's passphrase") };
    const setUp = await call("profile.set-up", { administrator, vaultPassphrase: secret("vault passphrase") });
    planted["recovery code"] = setUp.recoveryCode;
    await call("operator.add", { name: "Anna", role: "technician", secret: { kind: "pin", text: secret("PIN") } });
    const passphrase = { kind: "passphrase", text: secret("technician's passphrase") } as const;
    const boris = await call("operator.add", { name: "Boris", role: "technician", secret: passphrase });
    const token = await call("token.add", { name: "nightly", operatorId: boris.id, calls: ["task.list"] });
    planted["token"] = token.text;
    const sale = await prepareSale(site, { url: colocation.url, username: "dc@example.net", password: adminPassword });
    const connection = { ...connectionTo("dcimanager5", dedicated.url), password: secret("password in an address") };
    const servers = await prepareDedicatedService(site as never, connection);
    await console.start();

    // A card, a draft, a step with a password, and an installation.
    const order = { tariffId: sale.tariff.id, customerId: sale.customer.id, periodMonths: 1 as const };
    const first = await call("order.place", order);
    await call("task.accept", { id: first.taskId });
    const carded = { ...cardFor(1), password: secret("card password") };
    await call("card.save", { taskId: first.taskId, revision: 1, fields: carded });
    await call("card.reveal", { taskId: first.taskId });
    await call("card.copy-password", { taskId: first.taskId });
    const second = await call("order.place", order);
    await call("task.accept", { id: second.taskId });
    await call("draft.save", { taskId: second.taskId, fields: { ...cardFor(2), password: secret("draft password") } });
    await call("task.get", { id: second.taskId });
    await call("module.hold", { id: sale.module.id });
    await call("server.add-connection", {
      moduleId: sale.module.id,
      serverId: 1,
      connection: { to: "ipmi", address: "10.0.0.9", username: "ADMIN", password: secret("BMC password") },
    });
    const { tariff, customer } = servers;
    const installed = await call("order.place", {
      ...{ tariffId: tariff.id, customerId: customer.id, periodMonths: 1 as const, choices: { os: "debian12" } },
    });
    await vi.waitFor(
      async () => {
        expect((await call("card.reveal", { taskId: installed.taskId })).password).not.toBe("");
      },
      { timeout: 30_000, interval: 200 },
    );
    planted["installed password"] = (await call("card.reveal", { taskId: installed.taskId })).password;

    // What goes wrong.
    const wrong = secret("wrong secret");
    await dispatch("operator.sign-in", { name: "Anna", secret: wrong });
    await dispatch("operator.sign-in", { name: wrong.slice(0, 40), secret: secret("PIN") });
    await dispatch("operator.sign-in-by-token", { token: wrong });
    await dispatch("operator.set-own-secret", { present: wrong, secret: passphrase });
    await dispatch("operator.sign-in", { name: "Vera", secret: administrator.passphrase });
    await dispatch("vault.unlock", { by: "passphrase", text: wrong });
    await dispatch("vault.unlock", { by: "recovery-code", text: wrong });
    const asked = { type: "dcimanager6-colocation", url: colocation.url, username: "dc@example.net" } as const;
    await dispatch("module.try", { ...asked, password: wrong });
    const echoing = await startEchoingPanel();
    const tried = secret("password of a connection that is tried");
    for (const echo of Object.values(echoes)) {
      echoing.answerWith(echo);
      await dispatch("module.try", { ...asked, url: echoing.url, password: tried });
      for (const dialect of ["dsmanager", "dcimanager5"] as const)
        await dispatch("module.try", { ...connectionTo(dialect, echoing.url), password: tried });
    }
    expect(findLeaks({ tried }, echoing.heard(), "the panel"), "the panel was told the password").not.toEqual([]);
    const secretFields = [
      "password",
      "secret",
      "text",
      "token",
      "passphrase",
      "vaultPassphrase",
      "connection",
      "fields",
    ];
    const everything = Object.fromEntries(secretFields.map((field) => [field, wrong]));
    for (const name of Object.keys(calls) as CallName[])
      for (const input of [{}, wrong, everything, { ...everything, connection: everything, fields: everything }])
        if (name !== "profile.open" && name !== "operator.sign-out" && name !== "operator.lock")
          await dispatch(name, input);

    // Everything that writes something down.
    await call("module.release-hold", { id: sale.module.id });
    planted["second recovery code"] = (await call("vault.make-recovery-code", {})).recoveryCode;
    const other = secret("other vault passphrase");
    planted["third recovery code"] = (await call("vault.rekey", { vaultPassphrase: other })).recoveryCode;
    await call("vault.protect", { vaultPassphrase: other });
    await call("backup.make", {});
    await call("catalogue.export", {});
    const bundle = await call("support.bundle", {});
    for (const format of ["csv", "jsonl"] as const) await call("journal.export", { format, after: 0 });
    for (const name of ["module.list", "link.list", "operator.list", "token.list", "console.describe"] as const)
      await call(name, {});
    await call("action.list", { state: "all", offset: 0, limit: 100 });
    await call("journal.list", { offset: 0, limit: 100 });

    const whileOpen = filesBelow(directory);
    expect(whileOpen.some((file) => file.endsWith("-wal"))).toBe(true);
    expect(findLeaksBelow(planted, directory), "files while the program runs").toEqual([]);
    await console.stop();
    const exported = join(directory, "exported");
    mkdirSync(exported);
    await exportProfile(directory, exported);
    expect(findLeaksBelow(planted, directory), "files after it has ended, with the export").toEqual([]);
    expect(site.leaks(), "answers").toEqual([]);
    expect(findLeaks(planted, heard.join("\n"), "events")).toEqual([]);

    // The search finds what is there, and what was searched was not empty.
    expect(site.answers.length).toBeGreaterThan(400);
    expect(readFileSync(join(directory, "logs", "rackside.log"), "utf8").length).toBeGreaterThan(0);
    expect(bundle.text).not.toContain("Client One");
    expect(bundle.text).not.toContain("dc@example.net");
    expect(bundle.text).not.toContain("127.0.0.1");
  },
);

test("the search finds a secret in every form it may take", () => {
  const plain = plantedSecret(1);
  const forms = [
    plain,
    JSON.stringify({ plain }),
    `https://panel.example/?authinfo=admin:${encodeURIComponent(plain)}`,
    new URLSearchParams({ plain }).toString(),
    Buffer.from(plain).toString("hex"),
    ...["", "a", "ab"].map((before) => Buffer.from(`${before}${plain} and more`).toString("base64")),
    ...["", "a", "ab"].map((before) => Buffer.from(`${before}${plain} and more`).toString("base64url")),
  ];

  expect(forms.map((text) => findLeaks({ plain }, text, "here").length > 0)).toEqual(forms.map(() => true));
  expect(findLeaks({ plain }, plantedSecret(2), "here")).toEqual([]);
});
