import type { ActionTrouble } from "../contract/shapes/action";
import type { PlaceFacts } from "../domain/addresses";
import { assertNever } from "../domain/assert-never";
import { backoff } from "../domain/backoff";
import { parseRequest } from "../domain/action-request";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { ActionRecord } from "../ports/store";
import { look } from "./look";
import { finish, readProgress, readSeen, saveProgress, stopForPerson } from "./records";
import type { RecordParts } from "./records";
import type { Progress } from "./sender";

export interface CarryOutParts extends RecordParts {
  /** Throws a RemoteFailure when it cannot sign in with what is stored. */
  gatewayOf(moduleId: string): Promise<PanelGateway>;
  placeOf(action: ActionRecord, gateway: PanelGateway): Promise<PlaceFacts>;
  serverIdOf(action: ActionRecord): Promise<number | null>;
  openSecret(sealed: string): string;
  observeOutcome(moduleId: string, error: unknown): void;
}

/** After this long an accepted order that does not show its effect is put to a person. */
const confirmationMs = 10 * 60_000;
/** One action gives at most this many orders in a row; a rack server has tens of addresses, not thousands. */
const mostTurns = 5_000;

/**
 * Takes one action as far as it goes now: look, act, follow, look again. Every state is committed before the next request leaves, so a crash at any
 * point resumes with a look and never with a blind repetition.
 */
export async function carryOut(parts: CarryOutParts, action: ActionRecord): Promise<void> {
  const request = parseRequest(action.request);
  if (!request) {
    await stopForPerson(
      parts,
      action,
      trouble("unreadable", "This step cannot be read any more. Its content is kept; give it up or restore a backup"),
    );
    return;
  }
  let phase: "reading" | "acting" = "reading";
  let current = action;
  try {
    const gateway = await parts.gatewayOf(action.moduleId);
    for (let turn = 0; turn < mostTurns; turn += 1) {
      phase = "reading";
      const followed = await follow(parts, gateway, current);
      if (!followed) return;
      current = followed;
      const seen = await look({
        gateway,
        request,
        state: current.state,
        progress: readProgress(current),
        seen: readSeen(current),
        serverId: await parts.serverIdOf(current),
        readPlace: () => parts.placeOf(current, gateway),
        openSecret: parts.openSecret,
      });
      parts.observeOutcome(action.moduleId, null);
      if (seen.is === "done") return await finish(parts, current, seen.outcome, seen.findings ?? {});
      if (seen.is === "stuck") return await stopForPerson(parts, current, seen.trouble);
      if (seen.is === "busy") return await lookLater(parts, current, seen.percent);
      if (current.state === "confirming" && readProgress(current).lastKey === seen.key) {
        return await awaitEffect(parts, current);
      }
      const sending = await saveProgress(parts, current, beforeSending(parts, current, seen.key));
      if (!sending) return;
      current = sending;
      phase = "acting";
      const accepted = await seen.act();
      const confirming = await saveProgress(parts, current, afterAcceptance(parts, current, accepted));
      if (!confirming) return;
      current = confirming;
    }
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    parts.observeOutcome(action.moduleId, error);
    await afterFailure(parts, current, phase, error);
  }
}

/** Follows the operation that the panel runs for this action. Undefined: look again later, or a person was asked. */
async function follow(
  parts: CarryOutParts,
  gateway: PanelGateway,
  action: ActionRecord,
): Promise<ActionRecord | undefined> {
  if (action.operationId === null) return action;
  const operation = await gateway.getOperation(action.operationId);
  if (operation.isRunning) {
    await lookLater(parts, action, operation.percent);
    return undefined;
  }
  if (operation.hasFailed) {
    const words =
      operation.explanation === "" ? `The panel's operation ended as ${operation.status}` : operation.explanation;
    await stopForPerson(parts, action, trouble("operation-failed", words));
    return undefined;
  }
  return saveProgress(parts, action, { operationId: null, percent: null });
}

function beforeSending(parts: CarryOutParts, action: ActionRecord, key: string): Partial<ActionRecord> {
  const progress: Progress = { ...readProgress(action), lastKey: key, polls: 0 };
  return {
    state: "sending",
    attempts: action.attempts + 1,
    startedAt: action.startedAt ?? parts.clock.now(),
    progress: JSON.stringify(progress),
    trouble: null,
  };
}

function afterAcceptance(
  parts: CarryOutParts,
  action: ActionRecord,
  accepted: { readonly operationId: number | null; readonly serverId?: number },
): Partial<ActionRecord> {
  const progress: Progress = {
    ...readProgress(action),
    ...(accepted.serverId !== undefined && { serverId: accepted.serverId }),
  };
  return {
    state: "confirming",
    operationId: accepted.operationId,
    deadlineAt: parts.clock.now() + confirmationMs,
    progress: JSON.stringify(progress),
  };
}

async function awaitEffect(parts: CarryOutParts, action: ActionRecord): Promise<void> {
  if (action.deadlineAt !== null && parts.clock.now() > action.deadlineAt) {
    const minutes = String(confirmationMs / 60_000);
    await stopForPerson(
      parts,
      action,
      trouble("timed-out", `The panel accepted this, but it has not shown for ${minutes} minutes`),
    );
    return;
  }
  await lookLater(parts, action, null);
}

async function lookLater(parts: CarryOutParts, action: ActionRecord, percent: number | null): Promise<void> {
  const before = readProgress(action);
  const polls = (before.polls ?? 0) + 1;
  await saveProgress(parts, action, {
    percent,
    nextAttemptAt: parts.clock.now() + backoff(polls, 250, 5_000),
    progress: JSON.stringify({ ...before, polls }),
  });
}

async function afterFailure(
  parts: CarryOutParts,
  action: ActionRecord,
  phase: "reading" | "acting",
  failure: RemoteFailure,
): Promise<void> {
  const told = trouble(failure.kind, failure.message);
  const nextAttemptAt = parts.clock.now() + backoff(Math.max(action.attempts, 1), 1_000, 60_000);
  if (phase === "reading") {
    if (failure.kind === "refused" || failure.kind === "malformed") return stopForPerson(parts, action, told);
    await saveProgress(parts, action, { trouble: told, nextAttemptAt });
    return;
  }
  switch (failure.kind) {
    case "refused":
      return stopForPerson(parts, action, told, asNotSent(action));
    case "unknown-outcome":
    case "malformed":
      await saveProgress(parts, action, { state: "uncertain", trouble: told, nextAttemptAt });
      return;
    case "not-sent":
      await saveProgress(parts, action, { ...asNotSent(action), trouble: told, nextAttemptAt });
      return;
    case "asleep":
    case "throttled":
    case "unauthenticated":
    case "untrusted-certificate":
      await saveProgress(parts, action, {
        ...asNotSent(action),
        attempts: action.attempts - 1,
        trouble: told,
        nextAttemptAt,
      });
      return;
    default:
      assertNever(failure.kind);
  }
}

/** The order was not carried out, so nothing may remember that it was given. */
function asNotSent(action: ActionRecord): Partial<ActionRecord> {
  const { lastKey: _unsent, ...progress } = readProgress(action);
  return { state: "waiting", progress: JSON.stringify(progress) };
}

function trouble(kind: ActionTrouble["kind"], message: string): ActionTrouble {
  return { kind, message, differences: [] };
}
