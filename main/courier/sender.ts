import type { ActionRequest, ActionState, ActionTrouble } from "../contract/shapes/action";
import type { ModuleType } from "../contract/shapes/module";
import type { ServerFacts } from "../contract/shapes/panel";
import type { Findings } from "../app/settle";
import type { PlaceFacts } from "../domain/addresses";
import type { Accepted, PanelGateway } from "../ports/gateway";

/** What a sender may keep between attempts; stored with the action. */
export interface Progress {
  /** What was last ordered from the panel: the same key again means that it is not visible yet. */
  readonly lastKey?: string;
  /** What the sender noted of the server before that order, to tell its effect from what was there. */
  readonly noted?: string;
  /** Id that the panel gave a server it registered. */
  readonly serverId?: number;
  /** Polls since the last order, for growing delays. */
  readonly polls?: number;
}

export interface SendContext<Kind extends ActionRequest["kind"]> {
  readonly gateway: PanelGateway;
  readonly panelType: ModuleType;
  readonly request: Extract<ActionRequest, { kind: Kind }>;
  readonly state: ActionState;
  readonly progress: Progress;
  /** What the operator saw when the action was entered, by field; null when nothing is to be compared. */
  readonly seen: Readonly<Record<string, string>> | null;
  readonly serverId: number;
  /** The server as it is now; read afresh for every look. Not there for `create-server` and `take-server`. */
  readonly server: ServerFacts;
  /** Where addresses would come from, read afresh. */
  readPlace(): Promise<PlaceFacts>;
  /** Servers that unclosed services of any module of this panel stand on. */
  readTaken(): Promise<ReadonlySet<number>>;
  openSecret(sealed: string): string;
}

/** What looking at the panel showed. */
export type Look =
  | { readonly is: "done"; readonly outcome: string; readonly findings?: Findings }
  /** Something runs there; look again later. */
  | { readonly is: "busy"; readonly percent: number | null }
  /** Not yet as wanted. `key` names the one order that `act` gives. */
  | {
      readonly is: "ready";
      readonly key: string;
      readonly noted?: string;
      readonly act: () => Promise<Accepted & { readonly serverId?: number }>;
    }
  /** The panel has no server to take: another module may. */
  | { readonly is: "none-free"; readonly reason: string }
  /** Somebody else got the server that was taken, before anything was done on it. */
  | { readonly is: "lost"; readonly reason: string }
  /** A person has to decide. */
  | { readonly is: "stuck"; readonly trouble: ActionTrouble };

/** Carries out one kind of action, by looking before every order. */
export type Sender<Kind extends ActionRequest["kind"]> = (context: SendContext<Kind>) => Promise<Look>;

export function stuck(
  kind: ActionTrouble["kind"],
  message: string,
  differences: ActionTrouble["differences"] = [],
): Look {
  return { is: "stuck", trouble: { kind, message, differences: [...differences] } };
}

/** Busy while an operation of the panel runs on the server, else undefined. */
export function runningOperation(server: ServerFacts): Look | undefined {
  return server.operation?.isRunning ? { is: "busy", percent: server.operation.percent } : undefined;
}

export const doneAtOnce: Accepted = { operationId: null };
