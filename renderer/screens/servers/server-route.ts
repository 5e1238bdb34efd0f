/** A server's place in a route: its id means something only together with its panel. */
export interface ServerRoute {
  readonly moduleId: string;
  readonly serverId: number;
}

export function formatServerRoute({ moduleId, serverId }: ServerRoute): string {
  return `${moduleId}:${String(serverId)}`;
}

/** Null when the text names no server. */
export function parseServerRoute(text: string | null): ServerRoute | null {
  const [moduleId, serverId] = text?.split(":") ?? [];
  return moduleId === undefined || serverId === undefined ? null : { moduleId, serverId: Number(serverId) };
}
