import type { RackBlock } from "../contract/shapes/rack";
import { blocksOf } from "../domain/rack-elevation";
import type { RackTenant } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import type { KnownRack, RackNotes } from "./rack-survey";
import { moduleIdsOf, readRackNotes } from "./rack-survey";

/** What is known of a rack, with the services behind it. */
export interface RackContent {
  readonly notes: RackNotes;
  readonly tenants: readonly RackTenant[];
  readonly blocks: readonly RackBlock[];
  /** Services whose server the mirror shows in units of whichever rack. */
  readonly mounted: ReadonlySet<string>;
}

/** `everybody`: who stands in the rack or has it on the card; `planned`: only who is planned, for counting units. */
type Tenancy = "everybody" | "planned";

/** Everything that takes units of one rack. */
export async function readRackContent(
  repositories: Repositories,
  rack: KnownRack,
  today: string,
): Promise<RackContent> {
  return (await readPanelContents(repositories, [rack], today, "everybody"))(rack);
}

/** Everything that takes units of racks of one panel, read at once for all of them. */
export async function readPanelContents(
  repositories: Repositories,
  racks: readonly KnownRack[],
  today: string,
  tenancy: Tenancy,
): Promise<(rack: KnownRack) => RackContent> {
  const moduleIds = racks[0] ? moduleIdsOf(racks[0]) : [];
  const rackIds = racks.map(({ facts }) => facts.rackId);
  const notesOf = await readRackNotes(repositories, moduleIds, rackIds);
  const isWithAll = tenancy === "everybody";
  const notes = rackIds.map(notesOf);
  const tenants = await repositories.rackTenants.list({
    moduleIds,
    serverIds: isWithAll ? [...new Set(notes.flatMap(serversOf))] : [],
    rackNames: isWithAll ? racks.map(({ facts }) => facts.name) : [],
    serviceIds: notes.flatMap(({ plans }) => plans.map(({ serviceId }) => serviceId)),
  });
  const mounted = await readMounted(repositories, moduleIds, tenants);
  return ({ facts }) => {
    const own = notesOf(facts.rackId);
    const plans = own.plans.filter(({ serviceId }) => !mounted.has(serviceId));
    const here = tenantsOf(own, facts.name, tenants);
    return { notes: own, tenants: here, blocks: blocksOf({ ...own, plans, tenants: here, today }), mounted };
  };
}

/** Which of these services have a server that the mirror shows in units of whichever rack. */
export async function readMounted(
  { rackSightings }: Repositories,
  moduleIds: readonly string[],
  tenants: readonly Pick<RackTenant, "serviceId" | "serverId">[],
): Promise<ReadonlySet<string>> {
  const serverIds = tenants.flatMap(({ serverId }) => serverId ?? []);
  const mounted = new Set(await rackSightings.listMounted(moduleIds, serverIds));
  return new Set(tenants.filter(({ serverId }) => mounted.has(serverId ?? 0)).map(({ serviceId }) => serviceId));
}

function serversOf({ units, servers }: RackNotes): number[] {
  return [...units, ...servers].flatMap(({ serverId }) => serverId ?? []);
}

function tenantsOf(notes: RackNotes, rackName: string, tenants: readonly RackTenant[]): readonly RackTenant[] {
  const servers = new Set(serversOf(notes));
  const planned = new Set(notes.plans.map(({ serviceId }) => serviceId));
  const name = rackName.trim().toLocaleLowerCase();
  return tenants.filter(
    ({ serverId, serviceId, rack }) =>
      servers.has(serverId ?? 0) || planned.has(serviceId) || rack.trim().toLocaleLowerCase() === name,
  );
}
