import { z } from "zod";
import type { CallName } from "../contract/calls";
import { instantShape } from "../contract/shapes/basics";
import { presentBlock, signInDelayMs } from "../domain/sign-in-delay";
import type { OperatorRecord, Repositories } from "../ports/store";
import { ConsoleError } from "./app";
import type { App } from "./app";
import { change, inNameOf } from "./change";
import type { JournalledStore } from "./journalled-store";
import { isUnwritable } from "./kept-drafts";
import { automaticPerformer } from "./open-task";
import { strangersSetting } from "./settings";

export const countShape = z.object({ failedAttempts: z.number().int(), blockedUntil: instantShape.nullable() });
export type Count = Readonly<z.infer<typeof countShape>>;
export const noAttempts: Count = { failedAttempts: 0, blockedUntil: null };

/**
 * The operator whose secret this is. Throws `wrong-secret`, also, without looking at the secret, while the operator has to wait after wrong attempts.
 * An unknown name costs the same work and the same waiting. The attempt stays counted until `forgiveAttempts`.
 */
export async function requireSecret(app: App, call: CallName, name: string, secret: string): Promise<OperatorRecord> {
  const { operator, count } = await countAttempt(app, ({ operators }) => operators.findByName(name));
  if (operator === undefined) await app.hasher.hash(secret);
  else if (await app.hasher.matches(secret, operator.secretHash)) return operator;
  const secretKind = operator?.signInKind === "pin" ? "PIN" : "passphrase";
  const what = operator ? `A wrong ${secretKind} for ${operator.name}` : "A sign-in under an unknown name";
  await tellRefusal(app, call, operator, what);
  throw wrongSecret(`This ${secretKind} is wrong`, count, app);
}

/** Counts and tells an attempt that named nobody; answers the fault for it. */
export async function refuseStranger(app: App, call: CallName, what: string): Promise<ConsoleError> {
  const { count } = await countAttempt(app, () => Promise.resolve(undefined));
  await tellRefusal(app, call, undefined, what);
  return wrongSecret("This token is not known here any more", count, app);
}

/** Ends the counting for whoever got it right. */
export async function forgiveAttempts(
  repositories: Repositories,
  { id }: Pick<OperatorRecord, "id">,
  at: number,
): Promise<void> {
  await repositories.operators.noteSignIn(id, { ...noAttempts, lastSignedInAt: at });
  const { failedAttempts } = await countOfStrangers(repositories);
  if (failedAttempts > 0) await repositories.settings.put(strangersSetting, JSON.stringify(noAttempts));
}

/**
 * The count with one more attempt, to be stored before the secret is looked at, so that neither many at once nor a killed program slip past it. Throws
 * `wrong-secret` while the attempts before have to be waited for.
 */
export function oneMore(app: App, before: Count): Count {
  const now = app.clock.now();
  const blockedUntil = presentBlock(before.blockedUntil, now);
  if (blockedUntil !== null) throw wrongSecret("Too many wrong attempts", { ...before, blockedUntil }, app);
  const failedAttempts = before.failedAttempts + 1;
  const delayMs = signInDelayMs(failedAttempts);
  return { failedAttempts, blockedUntil: delayMs === 0 ? null : now + delayMs };
}

interface Counted {
  readonly operator: OperatorRecord | undefined;
  readonly count: Count;
}

/** Counts that a full disk did not take: they hold as long as the program runs, and nobody is locked out of what only its memory has. */
const unstored = new WeakMap<JournalledStore, Map<string, Count>>();

function unstoredCounts({ store }: App): Map<string, Count> {
  const counts = unstored.get(store) ?? new Map<string, Count>();
  unstored.set(store, counts);
  return counts;
}

type Find = (repositories: Repositories) => Promise<OperatorRecord | undefined>;

async function countAttempt(app: App, find: Find): Promise<Counted> {
  const inMemory = unstoredCounts(app);
  try {
    const counted = await app.store.write(async (repositories) => {
      const { operator, count } = await nextCount(app, repositories, find);
      if (operator) await repositories.operators.noteSignIn(operator.id, { ...operator, ...count });
      else await repositories.settings.put(strangersSetting, JSON.stringify(count));
      return { operator, count };
    });
    inMemory.delete(keyOf(counted.operator));
    return counted;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const counted = await app.store.read((repositories) => nextCount(app, repositories, find));
    inMemory.set(keyOf(counted.operator), counted.count);
    return counted;
  }
}

async function nextCount(app: App, repositories: Repositories, find: Find): Promise<Counted> {
  const found = await find(repositories);
  const operator = found?.isActive === true ? found : undefined;
  const before = unstoredCounts(app).get(keyOf(operator)) ?? operator ?? (await countOfStrangers(repositories));
  return { operator, count: oneMore(app, before) };
}

function keyOf(operator: OperatorRecord | undefined): string {
  return operator?.id ?? "strangers";
}

async function countOfStrangers({ settings }: Repositories): Promise<Count> {
  const stored = await settings.find(strangersSetting);
  return stored === undefined ? noAttempts : countShape.parse(JSON.parse(stored));
}

async function tellRefusal(
  app: App,
  call: CallName,
  operator: OperatorRecord | undefined,
  what: string,
): Promise<void> {
  const entityId = operator?.id ?? "unknown";
  await tellIfStored(app, call, () =>
    change(inNameOf(app, automaticPerformer), call, (unit) => {
      unit.journal({ entity: "operator", entityId, serviceId: null, summary: `${what} refused` });
      return Promise.resolve();
    }),
  );
}

/** A full disk keeps the journal from being told, and nothing else. */
export async function tellIfStored(app: App, call: CallName, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    app.log.warn("the journal could not be told", { call, error });
  }
}

/** Ends the counting in memory as `forgiveAttempts` ends the stored one. */
export function forgetUnstored(app: App, operator: OperatorRecord): void {
  const counts = unstoredCounts(app);
  counts.delete(keyOf(operator));
  counts.delete(keyOf(undefined));
}

export function wrongSecret(what: string, { blockedUntil }: Count, { clock }: App): ConsoleError {
  const wait = blockedUntil === null ? "" : `. Wait ${words(blockedUntil - clock.now())} before the next attempt`;
  return new ConsoleError({ kind: "wrong-secret", message: `${what}${wait}`, blockedUntil });
}

function words(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1_000);
  return seconds < 120 ? `${String(seconds)} seconds` : `${String(Math.ceil(seconds / 60))} minutes`;
}
