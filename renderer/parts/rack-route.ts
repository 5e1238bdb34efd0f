/** A rack's place in a route: its id means something only together with its panel. */
export interface RackRoute {
  readonly moduleId: string;
  readonly rackId: number;
}

export function formatRackRoute({ moduleId, rackId }: RackRoute): string {
  return `${moduleId}/${String(rackId)}`;
}

/** Null when the text names no rack. */
export function parseRackRoute(text: string | null): RackRoute | null {
  const [moduleId, rackId] = text?.split("/") ?? [];
  if (moduleId === undefined || rackId === undefined || !/^\d+$/.test(rackId)) return null;
  return { moduleId, rackId: Number(rackId) };
}
