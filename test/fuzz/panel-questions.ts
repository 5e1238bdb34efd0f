import { z } from "zod";
import { routeCheckShape } from "../../main/contract/shapes/module";
import * as facts from "../../main/contract/shapes/panel";
import type { PanelGateway } from "../../main/ports/gateway";

/** One method of a gateway. What it answers has to fit the contract, whatever the panel said. */
export interface Question {
  readonly name: string;
  ask(gateway: PanelGateway): Promise<unknown>;
}

const accepted = z.strictObject({ operationId: z.int().nullable() });
const page = z.strictObject({ rows: z.array(facts.serverFactsShape.strict()), total: z.int() });
const mark = z.strictObject({ serverId: z.int(), done: z.int() });
const stretch = page.extend({ next: mark.nullable(), hasDetails: z.boolean() });
const pool = z.strictObject({
  ranges: z.array(z.string()).nullable(),
  used: z.array(z.string()).nullable(),
  networks: z.array(z.strictObject({ cidr: z.string(), gateway: z.string().nullable() })),
});
const newServer = { name: "n", locationId: 3, rackId: 7, units: [3, 4], mac: "", serial: "", notes: "" };
const ipmi = { to: "ipmi", address: "10.0.0.9", mac: "", username: "u", password: "p", handler: "ipmi" } as const;

/** Every method of a gateway, with ids that the simulated sites know. */
export const questions: readonly Question[] = [
  question("probe", z.strictObject({ signedInAs: z.string() }), (panel) => panel.probe()),
  question("listServers", page, (panel) => panel.listServers({ offset: 0, limit: 50, search: "", locationId: null })),
  question("walkServers", stretch, (panel) => panel.walkServers({ locationId: null, after: null, limit: 50 })),
  question("getServer", facts.serverFactsShape.strict(), (panel) => panel.getServer(101)),
  question("readServerDetails", facts.serverFactsShape.partial(), (panel) => panel.readServerDetails(101)),
  question("createServer", z.object({ serverId: z.int() }), (panel) => panel.createServer(newServer)),
  question("editServer", z.undefined(), (panel) => panel.editServer(101, { notes: "n" })),
  question("setOwner", z.undefined(), (panel) => panel.setOwner(101, null)),
  question("setPower", accepted, (panel) => panel.setPower(101, "on")),
  question("setEnabled", accepted, (panel) => panel.setEnabled(101, false)),
  question("setHostname", z.undefined(), (panel) => panel.setHostname(101, "a.example.org")),
  question("installOs", accepted, (panel) =>
    panel.installOs(101, { image: "Debian 13", hostname: "a", password: "p" }),
  ),
  question("getOperation", facts.operationFactsShape.strict(), (panel) => panel.getOperation(101)),
  question("cancelOperation", z.undefined(), (panel) => panel.cancelOperation(101, 1)),
  question("listAddresses", z.array(facts.addressFactsShape.strict()), (panel) => panel.listAddresses(101)),
  question("assignAddresses", accepted, (panel) => panel.assignAddresses(101, { poolId: 2, family: "ipv4", count: 1 })),
  question("releaseAddress", accepted, (panel) => panel.releaseAddress(101, 5001)),
  question("addConnection", z.object({ connectionId: z.int().nullable() }), (panel) => panel.addConnection(101, ipmi)),
  question("removeConnection", z.undefined(), (panel) => panel.removeConnection(101, "switch", 3001)),
  question("setSwitchPort", accepted, (panel) => panel.setSwitchPort(18, 901, "down")),
  question("listPools", z.array(facts.poolFactsShape.strict()), (panel) => panel.listPools()),
  question("readPools", z.array(pool.extend({ facts: facts.poolFactsShape })), (panel) => panel.readPools()),
  question("readPool", pool, (panel) => panel.readPool(2)),
  question("listRacks", z.array(facts.rackFactsShape.strict()), (panel) => panel.listRacks()),
  question("getRack", facts.rackLayoutShape.strict(), (panel) => panel.getRack(7)),
  question("listLocations", z.array(facts.locationFactsShape.strict()), (panel) => panel.listLocations()),
  question("listSwitches", z.array(facts.switchFactsShape.strict()), (panel) => panel.listSwitches()),
  question("listSwitchPorts", z.array(facts.switchPortShape.strict()), (panel) => panel.listSwitchPorts(18)),
  question("listPdus", z.array(facts.pduFactsShape.strict()), (panel) => panel.listPdus()),
  question("listPduPorts", z.array(facts.pduPortShape.strict()), (panel) => panel.listPduPorts(3)),
  question("listUsers", z.array(facts.panelUserShape.strict()), (panel) => panel.listUsers()),
  question("addUser", z.object({ userId: z.int() }), (panel) =>
    panel.addUser({ email: "a@example.org", fullName: "A" }),
  ),
  question("listOsImages", z.array(facts.osImageShape.strict()), (panel) => panel.listOsImages()),
  question("listServerTypes", z.array(z.string()), (panel) => panel.listServerTypes()),
  question("checkRoutes", z.object({ source: z.string(), routes: z.array(routeCheckShape) }), (panel) =>
    panel.checkRoutes(),
  ),
];

function question(name: string, shape: z.ZodType, ask: Question["ask"]): Question {
  return { name, ask: async (gateway) => shape.parse(await ask(gateway)) };
}
