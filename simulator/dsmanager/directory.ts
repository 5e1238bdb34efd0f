import type { ListFunction } from "./panel-function";

/** Lists that only tell what there is. */
export const directoryFunctions: readonly ListFunction[] = [
  { name: "chassistempl", rows: (_call, { site }) => site.serverTypes.map(({ id, name }) => ({ id, name })) },
  { name: "osmgr", rows: (_call, { site }) => site.images.map(({ id, name, type }) => ({ id, name, type })) },
  {
    name: "rack",
    rows: (_call, { site }) =>
      site.racks.map(({ id, name, size, locationId }) => ({ id, name, size, location: locationId })),
  },
  { name: "location", rows: (_call, { site }) => site.locations.map(({ id, name }) => ({ id, name })) },
];
