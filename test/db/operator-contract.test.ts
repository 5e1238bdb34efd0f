import { expect, test } from "vitest";
import { operatorRecord } from "../builders/operators";
import { failureOf } from "./failure-of";
import { tokenRecord } from "./records";
import { temporaryStore } from "./temporary-store";

test("operators come back as they were stored, by name whatever the case", async () => {
  const store = await temporaryStore();
  const boris = operatorRecord({ id: "b", name: "борис", role: "auditor", isActive: false, signInKind: "pin" });
  const anna = operatorRecord({ id: "a", failedAttempts: 4, blockedUntil: 9_000, lastSignedInAt: 8_000 });
  const adam = operatorRecord({ id: "c", name: "adam" });
  await store.write(async ({ operators }) => {
    for (const one of [boris, anna, adam]) await operators.add(one);
  });
  const stored = await store.read(({ operators }) => operators.list());
  expect(stored).toEqual([adam, anna, boris].map((one) => ({ ...one, revision: 1 })));
});

test.each(["БОРИС", "борис", "Борис"])("an operator is found by name as %s", async (name) => {
  const store = await temporaryStore();
  await store.write(({ operators }) => operators.add(operatorRecord({ name: "Борис" })));
  expect(await store.read(({ operators }) => operators.findByName(name))).toMatchObject({ name: "Борис" });
});

test.each([
  ["Anna", "ANNA"],
  ["Борис", "борис"],
  ["Zoe\u0308", "Zo\u00eb"],
])("%s and %s are one name, and a second operator of that name is a duplicate", async (name, again) => {
  const store = await temporaryStore();
  await store.write(({ operators }) => operators.add(operatorRecord({ name })));
  const failure = await failureOf(
    store.write(({ operators }) => operators.add(operatorRecord({ id: "2", name: again }))),
  );
  expect(failure).toMatchObject({ kind: "duplicate" });
});

test("the bookkeeping of sign-ins leaves the revision alone, so that a form about the operator stays good", async () => {
  const store = await temporaryStore();
  await store.write(({ operators }) => operators.add(operatorRecord()));
  const note = { failedAttempts: 5, blockedUntil: 77, lastSignedInAt: 66 };
  await store.write(({ operators }) => operators.noteSignIn("operator-1", note));
  const stored = await store.read(({ operators }) => operators.find("operator-1"));
  expect(stored).toEqual(operatorRecord({ revision: 1, ...note }));
  const saved = await store.write(({ operators }) =>
    operators.save({ ...operatorRecord({ ...stored }), role: "auditor" }),
  );
  expect(saved).toMatchObject({ revision: 2, role: "auditor", failedAttempts: 5 });
});

test.each([
  ["role", { role: "guest" as "auditor" }],
  ["way to sign in", { signInKind: "none" as "pin" }],
  ["count of attempts", { failedAttempts: -1 }],
  ["hash", { secretHash: "" }],
])("an operator without a %s that is known is not stored", async (_what, overrides) => {
  const store = await temporaryStore();
  await expect(store.write(({ operators }) => operators.add(operatorRecord(overrides)))).rejects.toThrow("CHECK");
});

test("tokens come back newest first, and are found by id and by hash until they are removed", async () => {
  const store = await temporaryStore();
  const later = tokenRecord({ id: "t2", createdAt: 700, hash: "b".repeat(64), expiresAt: 9_000 });
  await store.write(async ({ operators, tokens }) => {
    await operators.add(operatorRecord());
    await tokens.add(tokenRecord());
    await tokens.add(later);
    await tokens.noteUse("t2", 800);
  });
  const used = { ...later, lastUsedAt: 800 };
  expect(await store.read(({ tokens }) => tokens.list())).toEqual([used, tokenRecord()]);
  expect(await store.read(({ tokens }) => tokens.findByHash(later.hash))).toEqual(used);
  await store.write(({ tokens }) => tokens.remove("t2"));
  expect(await store.read(({ tokens }) => tokens.find("t2"))).toBeUndefined();
  expect(await store.read(({ tokens }) => tokens.findByHash(later.hash))).toBeUndefined();
});

test("a token without an operator, or with the hash of another one, is refused", async () => {
  const store = await temporaryStore();
  expect(await failureOf(store.write(({ tokens }) => tokens.add(tokenRecord())))).toMatchObject({
    kind: "broken-reference",
  });
  await store.write(async ({ operators, tokens }) => {
    await operators.add(operatorRecord());
    await tokens.add(tokenRecord());
  });
  expect(await failureOf(store.write(({ tokens }) => tokens.add(tokenRecord({ id: "t2" }))))).toMatchObject({
    kind: "duplicate",
  });
});
