import type { CallOutput, ParsedInput } from "../contract/calls";
import type { RackLayout } from "../contract/shapes/panel";
import type { RackBlock } from "../contract/shapes/rack";
import type { Service } from "../contract/shapes/service";
import type { TaskDetail } from "../contract/shapes/task";
import { nameUnits, refusalsOf } from "../domain/rack-units";
import type { RackPlan } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { followService } from "./label-needs";
import { readMounted, readRackContent } from "./rack-contents";
import { noteRack } from "./rack-reservations";
import type { KnownRack } from "./rack-survey";
import { getKnownRack, moduleIdsOf } from "./rack-survey";
import { todayAt } from "./site-day";

/**
 * Says in which units a service's equipment is to be mounted, or moves it there. What is in the way is named in the refusal. Its card names the rack from
 * then on, unless somebody is typing into it.
 */
export async function planUnits(app: App, input: ParsedInput<"rack.plan">): Promise<CallOutput<"rack.plan">> {
  const today = todayAt(app);
  return change(app, "rack.plan", async (unit) => {
    const { services, rackPlans } = unit.repositories;
    const service = existing(await services.find(input.serviceId), "service", input.serviceId);
    const rack = await getKnownRack(unit.repositories, input.moduleId, input.rackId);
    await requireSuitable(unit.repositories, service, rack, input.units.height);
    const { blocks } = await readRackContent(unit.repositories, rack, today);
    await requireUnmounted(unit.repositories, service, rack, blocks);
    const ownKey = `plan:${service.id}`;
    const refusals = refusalsOf(rack.facts, { ...input.units, faces: input.faces }, blocks, ownKey);
    if (refusals.length > 0) throw notAllowed("units-taken", refusals.join(". "));

    const before = await rackPlans.find(service.id);
    const plan = { ...input, revision: 0, operator: unit.operator, createdAt: unit.at };
    await (before ? rackPlans.save({ ...plan, revision: before.revision }) : rackPlans.add(plan));
    if (before) unit.touch("rack", `${before.moduleId}/${String(before.rackId)}`);
    const remark = await nameRackOnCard(app, unit, service, rack.facts.name);
    const where = `${nameUnits(input.units)} of ${rack.facts.name}`;
    noteRack(unit, input.rackId, input.moduleId, `${numberOf(service)} planned in ${where}`, service.id);
    return { remark };
  });
}

/** Takes a plan back; the card goes on naming the rack. */
export async function withdrawPlan(
  app: App,
  { serviceId }: ParsedInput<"rack.withdraw-plan">,
): Promise<Record<string, never>> {
  return change(app, "rack.withdraw-plan", async (unit) => {
    const service = existing(await unit.repositories.services.find(serviceId), "service", serviceId);
    const plan = await unit.repositories.rackPlans.find(serviceId);
    if (!plan) throw notAllowed("not-planned", `${numberOf(service)} is not planned in any rack`);
    await endPlan(unit, service, `${numberOf(service)} is no longer planned`);
    return {};
  });
}

/** Ends the plans of services whose server the panel's map shows in a rack. */
export async function endMountedPlans(app: App, rack: KnownRack, { units }: RackLayout): Promise<void> {
  const standing = new Set(units.flatMap(({ serverId }) => serverId ?? []));
  const mounted = await app.store.read(async ({ rackPlans, services }) => {
    const found: Service[] = [];
    for (const { serviceId } of await rackPlans.listByModules(moduleIdsOf(rack))) {
      const service = await services.find(serviceId);
      if (service && standing.has(service.serverId ?? 0)) found.push(service);
    }
    return found;
  });
  if (mounted.length === 0) return;
  await change(app, "rack.elevation", async (unit) => {
    for (const service of mounted) await endPlan(unit, service, `${numberOf(service)} is mounted, as the panel shows`);
  });
}

/** A service that is over is mounted nowhere any more. */
export async function dropPlan(
  { repositories: { rackPlans }, touch }: Pick<Change, "repositories" | "touch">,
  serviceId: string,
): Promise<RackPlan | undefined> {
  const plan = await rackPlans.find(serviceId);
  if (!plan) return undefined;
  await rackPlans.remove(serviceId);
  touch("rack", `${plan.moduleId}/${String(plan.rackId)}`);
  return plan;
}

async function endPlan(unit: Change, service: Service, summary: string): Promise<void> {
  const plan = await dropPlan(unit, service.id);
  if (plan) noteRack(unit, plan.rackId, plan.moduleId, summary, service.id);
}

/** Where a service's equipment is to be mounted, for its task's card. */
export async function findPlan(repositories: Repositories, serviceId: string): Promise<TaskDetail["plan"]> {
  const plan = await repositories.rackPlans.find(serviceId);
  if (!plan) return null;
  const { moduleId, rackId, units, faces, operator } = plan;
  const racks = (await repositories.modules.findConfiguration(moduleId))?.configuration.racks ?? [];
  const rackName = racks.find((rack) => rack.rackId === rackId)?.name ?? "";
  return { moduleId, rackId, rackName, units, faces: [...faces], operator };
}

async function requireSuitable(
  { modules }: Repositories,
  service: Service,
  { panelModules, facts }: KnownRack,
  height: number,
): Promise<void> {
  if (service.state === "closed") throw notAllowed("service-state", `${numberOf(service)} is closed`);
  const module = panelModules.find(({ id }) => id === service.moduleId);
  if (!module) {
    const own = existing(await modules.find(service.moduleId), "module", service.moduleId);
    throw notAllowed(
      "other-panel",
      `${numberOf(service)} is processed by ${own.name}, which has no rack ${facts.name}`,
    );
  }
  if (module.locationId !== null && facts.locationId !== null && module.locationId !== facts.locationId) {
    throw notAllowed("other-location", `${facts.name} is not at the location of ${module.name}`);
  }
  const ordered = service.amounts["unit"] ?? 0;
  if (ordered > 0 && height > ordered) {
    const units = ordered === 1 ? "1 unit" : `${String(ordered)} units`;
    throw invalidInput([{ path: "units.height", message: `${numberOf(service)} has ordered ${units}` }]);
  }
}

/** What the panel shows in a rack is moved there and not here. */
async function requireUnmounted(
  repositories: Repositories,
  service: Service,
  rack: KnownRack,
  blocks: readonly RackBlock[],
): Promise<void> {
  const here = blocks.find(({ kind, serviceId }) => kind === "server" && serviceId === service.id);
  const where = here ? `in ${nameUnits(here)} of ${rack.facts.name}` : "mounted in another rack";
  const tenant = { serviceId: service.id, serverId: service.serverId };
  const mounted = await readMounted(repositories, moduleIdsOf(rack), [tenant]);
  if (here || mounted.has(service.id)) {
    throw notAllowed("mounted", `The panel shows ${numberOf(service)} ${where} already`);
  }
}

/** Answers why the card stayed as it was; empty when it names the rack now. */
async function nameRackOnCard(app: App, unit: Change, service: Service, rackName: string): Promise<string> {
  const { cards, drafts, tasks } = unit.repositories;
  const task = (await tasks.listByService(service.id)).find(({ kind, endedAt }) => kind === "set-up" && !endedAt);
  const isKept = task !== undefined && app.keptDrafts.cards.find(task.id, unit.operator) !== undefined;
  const typing = [...(task ? await drafts.listOperators(task.id) : []), ...(isKept ? [unit.operator] : [])];
  const writer = typing.find((one) => one !== unit.operator);
  if (writer !== undefined) return `${writer} is typing into the card, so its rack stayed as it was`;
  if (typing.length > 0) return "You are typing into the card, so its rack stayed as it was";
  const card = await cards.find(service.id);
  if (!card) return "";
  if (card.rack !== rackName) await cards.save({ ...card, rack: rackName });
  if (task) unit.touch("task", task.id);
  unit.touch("service", service.id);
  await followService(unit, service.id);
  return "";
}

function numberOf({ number }: Pick<Service, "number">): string {
  return `C-${String(number)}`;
}
