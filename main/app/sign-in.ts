import type { CallName, CallOutput, ParsedInput } from "../contract/calls";
import { presentBlock } from "../domain/sign-in-delay";
import type { OperatorRecord } from "../ports/store";
import { existing, notAllowed } from "./app";
import type { App } from "./app";
import { forgetUnstored, forgiveAttempts, refuseStranger, requireSecret, tellIfStored } from "./attempts";
import { change, inNameOf } from "./change";
import { sha256 } from "./journal";
import type { SignedIn } from "./session";

/** Whom the sign-in screen shows. Their names stand on every task, so they are no secret. */
export async function listSignInOffers(app: App): Promise<CallOutput<"operator.offers">> {
  const operators = await app.store.read((repositories) => repositories.operators.list());
  const now = app.clock.now();
  return operators
    .filter(({ isActive }) => isActive)
    .map(({ name, role, signInKind, blockedUntil }) => ({
      name,
      role,
      signInKind,
      blockedUntil: presentBlock(blockedUntil, now),
    }));
}

/** Signs in, unlocks, or takes over from whoever is signed in. */
export async function signIn(
  app: App,
  { name, secret }: ParsedInput<"operator.sign-in">,
): Promise<CallOutput<"operator.sign-in">> {
  const operator = await requireSecret(app, "operator.sign-in", name, secret);
  const before = app.session.signedIn();
  const isBack = before?.name === operator.name && app.session.isLocked();
  const from = before === null || before.name === operator.name ? "" : `, taking over from ${before.name}`;
  const { role } = await admit(app, operator, {
    call: "operator.sign-in",
    summary: isBack ? `${operator.name} unlocked the console` : `${operator.name} signed in${from}`,
    onlyCalls: null,
  });
  return { operator: operator.name, role };
}

/** Signs a script in for the calls that its token names. A token is too long to be guessed, so that only its refusals wait. */
export async function signInByToken(
  app: App,
  input: ParsedInput<"operator.sign-in-by-token">,
): Promise<CallOutput<"operator.sign-in-by-token">> {
  const call = "operator.sign-in-by-token";
  const { token, operator } = await app.store.read(async ({ tokens, operators }) => {
    const found = await tokens.findByHash(sha256(input.token.trim()));
    return { token: found, operator: found && (await operators.find(found.operatorId)) };
  });
  if (!token || !operator) throw await refuseStranger(app, call, "A sign-in by an unknown token");
  const isExpired = token.expiresAt !== null && token.expiresAt <= app.clock.now();
  if (isExpired || !operator.isActive) throw await refuseStranger(app, call, `A sign-in by the token ${token.name}`);
  const { role } = await admit(app, operator, {
    call,
    summary: `${operator.name} signed in by the token ${token.name}`,
    onlyCalls: new Set(token.calls),
    tokenId: token.id,
  });
  return { operator: operator.name, role };
}

/** Locks first and tells afterwards: a full disk keeps no console open. */
export async function lockConsole(app: App): Promise<Record<string, never>> {
  app.session.lock();
  await tellLeaving(app, "operator.lock", `${app.session.operator} locked the console`);
  return {};
}

export async function signOut(app: App): Promise<Record<string, never>> {
  app.session.end();
  await tellLeaving(app, "operator.sign-out", `${app.session.operator} signed out`);
  return {};
}

interface Admission {
  readonly call: CallName;
  readonly summary: string;
  readonly onlyCalls: ReadonlySet<string> | null;
  readonly tokenId?: string;
}

/** On a full disk the sign-in is told to nobody and counts all the same: what only the memory holds must stay within reach. */
async function admit(app: App, operator: OperatorRecord, admission: Admission): Promise<SignedIn> {
  const { name, role } = operator;
  let signedIn: SignedIn = { name, role, onlyCalls: admission.onlyCalls };
  await tellIfStored(app, admission.call, async () => {
    signedIn = await storeAdmission(app, operator, admission);
  });
  forgetUnstored(app, operator);
  app.session.begin(signedIn);
  return signedIn;
}

function storeAdmission(app: App, { id, name, secretHash }: OperatorRecord, admission: Admission): Promise<SignedIn> {
  const { call, summary, onlyCalls, tokenId } = admission;
  return change(inNameOf(app, name), call, async (unit) => {
    // Looking at the secret takes its time.
    const { role, ...present } = existing(await unit.repositories.operators.find(id), "operator", id);
    if (!present.isActive || present.secretHash !== secretHash)
      throw notAllowed("changed-meanwhile", `${name} was changed just now. Sign in again`);
    await forgiveAttempts(unit.repositories, { id }, unit.at);
    if (tokenId !== undefined) await unit.repositories.tokens.noteUse(tokenId, unit.at);
    unit.journal({ entity: "operator", entityId: id, serviceId: null, summary });
    unit.touch("operator", id);
    return { name, role, onlyCalls };
  });
}

async function tellLeaving(app: App, call: CallName, summary: string): Promise<void> {
  const { operator } = app.session;
  await tellIfStored(app, call, () =>
    change(app, call, async (unit) => {
      const record = await unit.repositories.operators.findByName(operator);
      unit.journal({ entity: "operator", entityId: record?.id ?? operator, serviceId: null, summary });
    }),
  );
}
