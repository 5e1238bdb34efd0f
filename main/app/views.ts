import type { CallOutput, ParsedInput } from "../contract/calls";
import type { View } from "../contract/shapes/list";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed, notFound } from "./app";
import { change } from "./change";

/** One's own views and those that are shared, by name. */
export function listViews(app: App, { list }: ParsedInput<"view.list">): Promise<CallOutput<"view.list">> {
  return app.store.read(async ({ views }) =>
    (await views.list()).filter((view) => (list === null || view.list === list) && isSeen(app, view)),
  );
}

/** Saves a view in the operator's name. */
export function addView(app: App, input: ParsedInput<"view.add">): Promise<View> {
  return change(app, "view.add", async (unit) => {
    const view = { ...input, id: app.makeId(), revision: 0, operator: unit.operator };
    await requireFreeName(unit.repositories, view);
    return note(unit, await unit.repositories.views.add(view), "saved");
  });
}

/** Changes one's own view or a shared one. Whose it is stays, and so only they and administrators stop sharing it. */
export function saveView(app: App, input: ParsedInput<"view.save">): Promise<View> {
  return change(app, "view.save", async (unit) => {
    const before = await getSeen(app, unit, input.id);
    if (before.isShared && !input.isShared) requireOwn(app, before, "stop sharing it");
    // An auditor changes nothing that is not theirs.
    if (app.session.signedIn()?.role === "auditor") requireOwn(app, before, "change it");
    const view = { ...input, operator: before.operator };
    await requireFreeName(unit.repositories, view);
    return note(unit, await unit.repositories.views.save(view), "changed");
  });
}

/** Removes a view for everybody who sees it, which is up to its owner and administrators. */
export async function removeView(app: App, { id }: ParsedInput<"view.remove">): Promise<Record<string, never>> {
  await change(app, "view.remove", async (unit) => {
    const view = await getSeen(app, unit, id);
    requireOwn(app, view, "remove it");
    await unit.repositories.views.remove(id);
    note(unit, view, "removed");
  });
  return {};
}

function isAdministrator({ session }: App): boolean {
  return session.signedIn()?.role === "administrator";
}

function isSeen({ session }: App, { isShared, operator }: View): boolean {
  return isShared || operator === session.operator;
}

/** Somebody else's own view is not told of, except to an administrator. */
async function getSeen(app: App, { repositories }: Change, id: string): Promise<View> {
  const view = existing(await repositories.views.find(id), "view", id);
  if (!isSeen(app, view) && !isAdministrator(app)) throw notFound("view", id);
  return view;
}

function requireOwn(app: App, { operator }: View, what: string): void {
  if (operator === app.session.operator || isAdministrator(app)) return;
  throw notAllowed("view-of-another", `This view is ${operator}'s. They or an administrator can ${what}`);
}

/** Two views of a list that one person sees have two names. */
async function requireFreeName({ views }: Repositories, view: View): Promise<void> {
  const isSameName = (other: View) => other.name.toLocaleLowerCase() === view.name.toLocaleLowerCase();
  const isBeside = (other: View) => other.operator === view.operator || (other.isShared && view.isShared);
  const taken = (await views.list()).find(
    (other) => other.id !== view.id && other.list === view.list && isSameName(other) && isBeside(other),
  );
  if (taken) throw invalidInput([{ path: "name", message: `There is a view ${taken.name} already` }]);
}

function note(unit: Change, view: View, what: string): View {
  unit.touch("view", view.id);
  const summary = `View ${view.name} of ${view.list} ${what}`;
  unit.journal({ entity: "view", entityId: view.id, serviceId: null, summary });
  return view;
}
