import type { ParsedInput } from "../contract/calls";
import type { NewSecret, Operator, Role, SignInKind } from "../contract/shapes/operator";
import type { OperatorRecord, Repositories } from "../ports/store";
import { existing, invalidInput, notAllowed } from "./app";
import type { App } from "./app";
import { requireSecret } from "./attempts";
import { change } from "./change";

export async function listOperators(app: App): Promise<Operator[]> {
  const operators = await app.store.read((repositories) => repositories.operators.list());
  return operators.map(publicOperator);
}

export async function addOperator(app: App, { name, role, secret }: ParsedInput<"operator.add">): Promise<Operator> {
  const hashed = await hashedSecret(app, secret);
  return change(app, "operator.add", async (unit) => {
    const added = await addOperatorRecord(unit.repositories, {
      id: app.makeId(),
      name,
      role,
      ...hashed,
      createdAt: unit.at,
    });
    unit.touch("operator", added.id);
    unit.journal({ entity: "operator", entityId: added.id, serviceId: null, summary: `${name} added as ${role}` });
    return publicOperator(added);
  });
}

/** What `addOperatorRecord` cannot know by itself. */
type NewOperator = Pick<OperatorRecord, "id" | "name" | "role" | "signInKind" | "secretHash" | "createdAt">;

/** Stores an operator who has not signed in yet. A name that is taken, whatever the case of its letters, is refused in its place. */
export async function addOperatorRecord({ operators }: Repositories, operator: NewOperator): Promise<OperatorRecord> {
  const taken = await operators.findByName(operator.name);
  if (taken) {
    const message = `${taken.name} is an operator already${taken.isActive ? "" : ", switched off"}`;
    throw invalidInput([{ path: "name", message }]);
  }
  return operators.add({
    ...operator,
    revision: 0,
    isActive: true,
    lastSignedInAt: null,
    failedAttempts: 0,
    blockedUntil: null,
  });
}

/** Changes role, secret or whether the operator works here at all. It holds at once for whoever is signed in. */
export async function saveOperator(app: App, input: ParsedInput<"operator.save">): Promise<Operator> {
  const { id, revision, role, isActive } = input;
  const hashed = input.secret && (await hashedSecret(app, input.secret));
  const saved = await change(app, "operator.save", async (unit) => {
    const { operators } = unit.repositories;
    const before = existing(await operators.find(id), "operator", id);
    await requireAdministratorLeft(unit.repositories, before, { role, isActive });
    if (role !== before.role || hashed) requirePassphrase(role, hashed?.signInKind ?? before.signInKind);
    const fresh = hashed && { ...hashed, failedAttempts: 0, blockedUntil: null };
    const after = await operators.save({ ...before, revision, role, isActive, ...fresh });
    unit.touch("operator", id);
    const summary = `${before.name}: ${wordsOf(before, after).join(", ")}`;
    unit.journal({ entity: "operator", entityId: id, serviceId: null, summary });
    return after;
  });
  app.session.follow(saved);
  return publicOperator(saved);
}

/** Needs the present secret, so that nobody changes it at a console that was left open. */
export async function setOwnSecret(
  app: App,
  { present, secret }: ParsedInput<"operator.set-own-secret">,
): Promise<Record<string, never>> {
  const { id } = await requireSecret(app, "operator.set-own-secret", app.session.operator, present);
  const hashed = await hashedSecret(app, secret);
  await change(app, "operator.set-own-secret", async (unit) => {
    const { operators } = unit.repositories;
    const before = existing(await operators.find(id), "operator", id);
    requirePassphrase(before.role, secret.kind);
    const after = await operators.save({ ...before, ...hashed, failedAttempts: 0, blockedUntil: null });
    unit.touch("operator", id);
    const summary = `${before.name}: ${wordsOf(before, after).join(", ")}`;
    unit.journal({ entity: "operator", entityId: id, serviceId: null, summary });
  });
  return {};
}

/** Makes the hash before the transaction: it takes as long as many of them. */
async function hashedSecret(
  app: App,
  { kind, text }: NewSecret,
): Promise<Pick<OperatorRecord, "signInKind" | "secretHash">> {
  return { signInKind: kind, secretHash: await app.hasher.hash(text) };
}

async function requireAdministratorLeft(
  { operators }: Repositories,
  before: Operator,
  { role, isActive }: Pick<Operator, "role" | "isActive">,
): Promise<void> {
  if (!isAdministrator(before) || isAdministrator({ role, isActive })) return;
  const others = (await operators.list()).filter((one) => one.id !== before.id && isAdministrator(one));
  if (others.length === 0)
    throw notAllowed("last-administrator", `${before.name} is the last administrator. Make another one first`);
}

function isAdministrator({ role, isActive }: Pick<Operator, "role" | "isActive">): boolean {
  return isActive && role === "administrator";
}

function requirePassphrase(role: Role, kind: SignInKind): void {
  if (role === "administrator" && kind === "pin")
    throw invalidInput([{ path: "secret.kind", message: "An administrator signs in with a passphrase" }]);
}

function wordsOf(before: OperatorRecord, after: OperatorRecord): string[] {
  const words: string[] = [];
  if (before.role !== after.role) words.push(`${before.role} becomes ${after.role}`);
  if (before.isActive !== after.isActive) words.push(after.isActive ? "switched on" : "switched off");
  if (before.secretHash !== after.secretHash)
    words.push(`${after.signInKind === "pin" ? "PIN" : "passphrase"} changed`);
  return words.length === 0 ? ["saved without a change"] : words;
}

function publicOperator({ id, revision, name, role, isActive, signInKind, lastSignedInAt }: OperatorRecord): Operator {
  return { id, revision, name, role, isActive, signInKind, lastSignedInAt };
}
