import type { CallName, ParsedInput } from "../contract/calls";
import type { Action } from "../contract/shapes/action";
import { applyEdit, editableOf, orderToRemember, parseRequest } from "../domain/action-request";
import { describeAction } from "../domain/action-words";
import { decideConflict, seenNow } from "../domain/conflict";
import type { ActionRecord } from "../ports/store";
import { publicAction, touchOwners } from "./actions";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { giveUpStep, hasEnded } from "./giving-up";
import { settle } from "./settle";

/** Tries a step again now. After a conflict this means: do what was wanted, over what was found. Ends a pause of the step. */
export function retryAction(app: App, { id }: ParsedInput<"action.retry">): Promise<Action> {
  return decide(app, "action.retry", id, async ({ repositories }, before) => {
    const after =
      before.state === "needs-attention" ? lookedAt(before) : { ...before, nextAttemptAt: null, heldBy: null };
    return { after: await repositories.actions.save(after), what: "tried again" };
  });
}

/** Gives a step up. The reason stays in the journal; what comes behind it in its lane goes on. */
export function discardAction(app: App, { id, reason }: ParsedInput<"action.discard">): Promise<Action> {
  return decide(app, "action.discard", id, async (unit, before) => {
    if (before.kind === "take-server")
      throw notAllowed(
        "server-needed",
        "The service cannot do without a server. Finish the task by hand with the server's id, or cancel the order",
      );
    return { after: await giveUp(unit, before, reason), what: `given up. ${reason}` };
  });
}

/** Pauses a step that has not gone out. What follows in its lane waits as well; other lanes go on. */
export function holdAction(app: App, { id }: ParsedInput<"action.hold">): Promise<Action> {
  return decide(app, "action.hold", id, async ({ repositories, operator }, before) => {
    if (before.heldBy !== null) throw notAllowed("action-held", `${before.heldBy} holds this step already`);
    if (before.state === "needs-attention") throw notAllowed("action-stopped", "This step has stopped by itself");
    if (before.state !== "waiting" && before.state !== "uncertain")
      throw notAllowed("action-sending", "The panel has this step already; it is followed to its end");
    return { after: await repositories.actions.save({ ...before, heldBy: operator }), what: "held" };
  });
}

/** Ends the pause of a step. Whoever held it, anybody may: the next shift has to be able to go on. */
export function releaseHold(app: App, { id }: ParsedInput<"action.release-hold">): Promise<Action> {
  return decide(app, "action.release-hold", id, async ({ repositories }, before) => {
    if (before.heldBy === null) throw notAllowed("action-not-held", "Nobody holds this step");
    const after = await repositories.actions.save({ ...before, heldBy: null, nextAttemptAt: null });
    return { after, what: "released" };
  });
}

/** Changes what a step is going to do, while the panel does not have it. A step that had stopped goes out with the new values. */
export function editAction(app: App, { id, edit }: ParsedInput<"action.edit">): Promise<Action> {
  return decide(app, "action.edit", id, async ({ repositories }, before) => {
    const request = parseRequest(before.request);
    if (!request || !editableOf(before))
      throw notAllowed("action-not-editable", "This step cannot be changed now. Give it up and enter it anew");
    const changed = applyEdit(request, edit);
    if (!changed) throw invalidInput([{ path: "edit.kind", message: "These values belong to another kind of step" }]);
    const summary = describeAction(changed);
    const after = await repositories.actions.save({
      ...lookedAt(before),
      state: "waiting",
      heldBy: before.heldBy,
      request: JSON.stringify(changed),
      summary,
    });
    return { after, what: summary === before.summary ? "changed" : `changed to “${summary}”` };
  });
}

/** Decides a conflict field by field. Both values of every field stay in the journal. */
export function resolveAction(app: App, { id, choices }: ParsedInput<"action.resolve">): Promise<Action> {
  return decide(app, "action.resolve", id, async (unit, before) => {
    if (before.trouble?.kind !== "conflict" || before.state !== "needs-attention")
      throw notAllowed("no-conflict", "This step is not in conflict with the panel");
    const decision = decideConflict(before.trouble.differences, choices);
    if (decision.is === "incomplete") throw invalidInput(decision.issues);
    if (decision.is === "leave") {
      const after = await giveUp(unit, before, "what was found is left as it is");
      return { after, what: `left as found. ${decision.words}` };
    }
    const after = await unit.repositories.actions.save(lookedAt(before));
    return { after, what: `to be sent as wanted. ${decision.words}` };
  });
}

/** One decision of a person about a step that has not ended, with its line in the journal; the courier looks at once. */
async function decide(
  app: App,
  call: CallName,
  id: string,
  work: (unit: Change, before: ActionRecord) => Promise<{ readonly after: ActionRecord; readonly what: string }>,
): Promise<Action> {
  const action = await change(app, call, async (unit) => {
    const before = existing(await unit.repositories.actions.find(id), "action", id);
    if (hasEnded(before)) throw notAllowed("action-ended", "This step has ended");
    const { after, what } = await work(unit, before);
    unit.touch("action", id);
    touchOwners(unit.touch, after);
    unit.journal({
      entity: "action",
      entityId: id,
      serviceId: after.serviceId,
      summary: `${before.summary}: ${what}`,
    });
    return after;
  });
  app.courier.wake();
  return publicAction(action);
}

async function giveUp(unit: Change, before: ActionRecord, reason: string): Promise<ActionRecord> {
  const after = await giveUpStep(unit, before, reason);
  await settle(unit, after);
  return after;
}

/** A person has looked: the step may go out, after a look at the panel. What was found counts as seen, and only that is overwritten. */
export function lookedAt(before: ActionRecord): ActionRecord {
  return {
    ...before,
    state: before.state === "needs-attention" ? "uncertain" : before.state,
    seen: before.trouble?.kind === "conflict" ? withSeen(before, seenNow(before.trouble.differences)) : before.seen,
    trouble: null,
    nextAttemptAt: null,
    heldBy: null,
    operationId: null,
    deadlineAt: null,
    progress: orderToRemember(before),
  };
}

function withSeen({ seen }: ActionRecord, fields: Readonly<Record<string, string>>): string {
  // Written by `enqueue`; a text that does not parse would have made the step unreadable, not a conflict.
  const earlier = seen === null ? {} : (JSON.parse(seen) as Record<string, string>);
  return JSON.stringify({ ...earlier, ...fields });
}
