import type { ServerFacts } from "../../../main/contract/shapes/panel";

/** A server of one panel with its facts: what every part of the server card works on. */
export interface ServerTarget {
  readonly moduleId: string;
  readonly serverId: number;
  readonly facts: ServerFacts;
}
