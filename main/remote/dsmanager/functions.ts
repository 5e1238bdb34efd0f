import type { RouteMark } from "../route-mark";

/** What a reading function has to be asked about; `null` for nothing. */
export type Subject = "server" | "switch" | "pdu" | null;

export interface PanelFunction {
  /** The value of the parameter `func`. */
  readonly func: string;
  /** Names under which it is known elsewhere in the family; the probe tries them. */
  readonly otherNames: readonly string[];
  /** How it is read without changing anything; undefined for a function that only changes. */
  readonly readsAbout: Subject | undefined;
  readonly mark: RouteMark;
  readonly source: string;
}

const client = "460s/ispsystem_whmcs_modules";
const node = "joaograca/node-dcimanager";

/** Every function that Rackside calls, under the names of DCImanager 5. An installation can replace any of them by name. */
export const functions = {
  servers: seen("server", client, { readsAbout: null }),
  "server-edit": seen("server.edit", client, { readsAbout: "server" }),
  "power-on": seen("server.poweron", client),
  "power-off": seen("server.poweroff", client),
  reset: seen("server.reboot", client),
  enable: seen("server.enable", client),
  disable: seen("server.disable", client),
  operations: seen("server.operations", client, { readsAbout: "server", otherNames: ["server.reinstall"] }),
  "cancel-operation": seen("server.opercancel", node),
  "install-progress": seen("server", `${node}; the list with hint_field`, { readsAbout: "server" }),
  connections: seen("server.connection", client, { readsAbout: "server" }),
  "connection-edit": seen("server.connection.edit", `${client}; fields of a new one guessed`),
  "connection-delete": inferred("server.connection.delete", "every list has .delete"),
  addresses: seen("iplist", client, { readsAbout: "server" }),
  "address-edit": seen("iplist.edit", client),
  "address-delete": seen("iplist.delete", client),
  "server-types": seen("chassistempl", node, { readsAbout: null, otherNames: ["servertype"] }),
  "os-images": seen("osmgr", node, { readsAbout: null, otherNames: ["osimage", "ostemplate"] }),
  users: seen("user", client, { readsAbout: null, otherNames: ["account"] }),
  "user-edit": seen("user.edit", client),
  racks: seen("rack", node, { readsAbout: null, otherNames: ["racks"] }),
  locations: inferred("location", "named in the vendor's database structure", { readsAbout: null }),
  switches: seen("switch", node, { readsAbout: null, otherNames: ["netswitch"] }),
  "switch-ports": seen("switch.port", node, { readsAbout: "switch" }),
  "switch-port-on": seen("switch.port.on", node),
  "switch-port-off": seen("switch.port.off", node),
  pdus: seen("pdu", node, { readsAbout: null, otherNames: ["powerswitch"] }),
  "pdu-ports": seen("pdu.port", node, { readsAbout: "pdu", otherNames: ["powerswitch.port"] }),
} as const satisfies Record<string, PanelFunction>;

export type FunctionName = keyof typeof functions;
export type FunctionTable = Readonly<Record<FunctionName, PanelFunction>>;

const funcPattern = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/i;

/**
 * The table with an installation's corrections. One that is not understood makes the whole table unusable, as does one that would
 * make a reading call a changing one: the probe must be free to call whatever reads.
 */
export function correctFunctions(
  overrides: Readonly<Record<string, string>>,
): { readonly table: FunctionTable } | { readonly problem: string } {
  const table: Record<FunctionName, PanelFunction> = { ...functions };
  for (const [name, text] of Object.entries(overrides)) {
    if (!isFunctionName(name)) return { problem: `The function correction "${name}" names no function` };
    const func = text.trim();
    if (!funcPattern.test(func)) {
      return { problem: `The function correction "${name}" is not a function's name such as server.poweron` };
    }
    const known: PanelFunction = functions[name];
    if (known.readsAbout !== undefined && changesOnly(func)) {
      return { problem: `The function correction "${name}" would change something: ${func} does not read` };
    }
    const otherNames = [known.func, ...known.otherNames].filter((other) => other !== func);
    table[name] = { ...known, func, otherNames };
  }
  return { table };
}

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** True for a name that is known to act without a form in between, or that ends as such names do. */
function changesOnly(func: string): boolean {
  const isKnown = Object.values<PanelFunction>(functions).some(
    (known) => known.readsAbout === undefined && known.func === func,
  );
  return isKnown || /\.(delete|on|off|poweron|poweroff|reboot|enable|disable|opercancel)$/i.test(func);
}

type MorePlaces = Partial<Pick<PanelFunction, "readsAbout" | "otherNames">>;

function seen(func: string, source: string, more: MorePlaces = {}): PanelFunction {
  return entry(func, "seen", source, more);
}
function inferred(func: string, source: string, more: MorePlaces = {}): PanelFunction {
  return entry(func, "inferred", source, more);
}
function entry(func: string, mark: RouteMark, source: string, more: MorePlaces): PanelFunction {
  return { func, otherNames: more.otherNames ?? [], readsAbout: more.readsAbout, mark, source };
}
