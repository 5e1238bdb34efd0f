import type { RackLayout } from "../contract/shapes/panel";
import type { PanelGateway } from "../ports/gateway";
import type { Repositories } from "../ports/store";

/** A gateway that notes the maps of racks that are read through it, so that they need not be asked for again. */
export function notingMaps(gateway: PanelGateway): {
  readonly gateway: PanelGateway;
  readonly maps: readonly RackLayout[];
} {
  const maps: RackLayout[] = [];
  const getRack: PanelGateway["getRack"] = async (rackId) => {
    const map = await gateway.getRack(rackId);
    maps.push(map);
    return map;
  };
  return { gateway: { ...gateway, getRack }, maps };
}

/** Keeps maps as `rack.get` does, under the same subjects. */
export async function keepMaps(
  { observations }: Repositories,
  moduleId: string,
  maps: readonly RackLayout[],
  takenAt: number,
): Promise<void> {
  for (const map of maps) await observations.put(moduleId, `rack ${String(map.rackId)}`, JSON.stringify(map), takenAt);
}
