import type { ConfigurationPart, ModuleConfiguration } from "../contract/shapes/module";
import { configurationPartShape } from "../contract/shapes/module";
import type { RackFacts, ServerFacts } from "../contract/shapes/panel";
import { countPresets } from "../domain/free-server";
import { measureSpace } from "../domain/rack-space";
import type { PanelGateway } from "../ports/gateway";

const parts = configurationPartShape.options;
const serverPage = 1_000;

/** Told after each part that has been read. */
export type TellProgress = (part: ConfigurationPart, done: number, total: number) => void;

type Readers = { readonly [Part in ConfigurationPart]: () => Promise<ModuleConfiguration[Part]> };

/** Reads a panel's configuration part by part, so that a slow panel shows how far it is. Throws the RemoteFailure of the part that failed. */
export async function readConfiguration(
  gateway: PanelGateway,
  takenAt: number,
  tell: TellProgress = () => undefined,
): Promise<ModuleConfiguration> {
  const readers: Readers = {
    locations: async () => [...(await gateway.listLocations())],
    racks: () => readRacks(gateway),
    pools: async () => [...(await gateway.listPools())],
    switches: async () => [...(await gateway.listSwitches())],
    pdus: async () => [...(await gateway.listPdus())],
    users: async () => [...(await gateway.listUsers())],
    osImages: async () => [...(await gateway.listOsImages())],
    presets: async () => (await readServerStock(gateway)).presets,
  };
  const read = async <Part extends ConfigurationPart>(part: Part): Promise<ModuleConfiguration[Part]> => {
    const value = await readers[part]();
    tell(part, parts.indexOf(part) + 1, parts.length);
    return value;
  };
  return {
    takenAt,
    locations: await read("locations"),
    racks: await read("racks"),
    pools: await read("pools"),
    switches: await read("switches"),
    pdus: await read("pdus"),
    users: await read("users"),
    osImages: await read("osImages"),
    presets: await read("presets"),
  };
}

/** Every server of a panel that has server types, and the presets that they make up; both empty where the panel has no types. */
export async function readServerStock(gateway: PanelGateway) {
  const types = await gateway.listServerTypes();
  const servers = types.length === 0 ? [] : await readServers(gateway);
  return { presets: countPresets(types, servers), servers };
}

async function readServers(gateway: PanelGateway): Promise<ServerFacts[]> {
  const servers: ServerFacts[] = [];
  for (let total = Infinity; servers.length < total;) {
    const page = await gateway.listServers({ offset: servers.length, limit: serverPage, search: "", locationId: null });
    // An empty page ends the reading: servers may have gone since the total was told.
    if (page.rows.length === 0) break;
    servers.push(...page.rows);
    total = page.total;
  }
  return servers;
}

/** The layouts of the racks are read where the list does not tell their room. */
async function readRacks(gateway: PanelGateway): Promise<RackFacts[]> {
  return Promise.all(
    (await gateway.listRacks()).map(async (rack) => {
      if (rack.freeUnits !== null && rack.longestFreeRun !== null) return rack;
      return { ...rack, ...measureSpace((await gateway.getRack(rack.rackId)).units) };
    }),
  );
}
