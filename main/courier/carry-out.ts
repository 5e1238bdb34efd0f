import type { ActionTrouble } from "../contract/shapes/action";
import type { Module } from "../contract/shapes/module";
import type { Service } from "../contract/shapes/service";
import type { NextModule } from "../app/next-module";
import { takenServers } from "../app/panel-servers";
import type { PlaceFacts } from "../domain/addresses";
import { assertNever } from "../domain/assert-never";
import { backoff } from "../domain/backoff";
import { parseRequest } from "../domain/action-request";
import { explainTrials } from "../domain/module-choice";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import { VaultLocked } from "../ports/host";
import type { ActionRecord } from "../ports/store";
import { finish, moveToNextModule, stopForPerson, takeAnotherServer } from "./endings";
import { look } from "./look";
import { readProgress, readSeen, saveProgress } from "./records";
import type { RecordParts } from "./records";
import type { Look, Progress } from "./sender";

export interface CarryOutParts extends RecordParts {
  /** Throws a RemoteFailure when it cannot sign in with what is stored. */
  gatewayOf(moduleId: string): Promise<PanelGateway>;
  moduleOf(moduleId: string): Promise<Module>;
  /** Which module of its tariff could take the service over. */
  nextModuleFor(service: Service): Promise<NextModule>;
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
    const { type: panelType } = await parts.moduleOf(action.moduleId);
    for (let turn = 0; turn < mostTurns; turn += 1) {
      phase = "reading";
      const followed = await follow(parts, gateway, current);
      if (!followed) return;
      current = followed;
      const seen = await look({
        gateway,
        panelType,
        request,
        state: current.state,
        progress: readProgress(current),
        seen: readSeen(current),
        serverId: await parts.serverIdOf(current),
        readPlace: () => parts.placeOf(current, gateway),
        readTaken: () => parts.store.read((repositories) => takenServers(repositories, action.moduleId)),
        openSecret: parts.openSecret,
      });
      parts.observeOutcome(action.moduleId, null);
      if (seen.is !== "ready") {
        if (await conclude(parts, current, seen)) return;
        continue;
      }
      if (current.state === "confirming" && readProgress(current).lastKey === seen.key) {
        return await awaitEffect(parts, current);
      }
      const sending = await saveProgress(parts, current, beforeSending(parts, current, seen));
      if (!sending) return;
      current = sending;
      phase = "acting";
      const accepted = await seen.act();
      const confirming = await saveProgress(parts, current, afterAcceptance(parts, current, accepted));
      if (!confirming) return;
      current = confirming;
    }
  } catch (error) {
    // The panel's own password could be read, so that nothing but this step's secret is missing.
    if (error instanceof VaultLocked) return await stopForPerson(parts, current, trouble("unreadable", error.message));
    if (!(error instanceof RemoteFailure)) throw error;
    parts.observeOutcome(action.moduleId, error);
    await afterFailure(parts, current, phase, error);
  }
}

/** Stores what a look without an order came to. False: the server that was found is another service's since, look again. */
async function conclude(parts: CarryOutParts, action: ActionRecord, seen: Exclude<Look, { is: "ready" }>) {
  switch (seen.is) {
    case "done":
      return finish(parts, action, seen.outcome, seen.findings ?? {});
    case "busy":
      await lookLater(parts, action, seen.percent);
      return true;
    case "stuck":
      await stopForPerson(parts, action, seen.trouble);
      return true;
    case "none-free":
      await tryNextModule(parts, action, seen.reason);
      return true;
    case "lost":
      await takeAnotherServer(parts, action, seen.reason);
      return true;
  }
}

async function tryNextModule(parts: CarryOutParts, action: ActionRecord, reason: string): Promise<void> {
  const { serviceId } = action;
  const service =
    serviceId === null ? undefined : await parts.store.read((repositories) => repositories.services.find(serviceId));
  const next = service && (await parts.nextModuleFor(service));
  if (next?.module) return moveToNextModule(parts, action, reason, { ...next, module: next.module });
  const others = next ? explainTrials(next.trials) : "";
  await stopForPerson(parts, action, trouble("refused", others === "" ? reason : `${reason}. ${others}`));
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
  // An installation may have run for an hour: only now its effect has to show.
  return saveProgress(parts, action, {
    operationId: null,
    percent: null,
    deadlineAt: parts.clock.now() + confirmationMs,
  });
}

function beforeSending(
  parts: CarryOutParts,
  action: ActionRecord,
  { key, noted }: Extract<Look, { is: "ready" }>,
): Partial<ActionRecord> {
  const progress: Progress = {
    ...readProgress(action),
    lastKey: key,
    polls: 0,
    ...(noted !== undefined && { noted }),
  };
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
