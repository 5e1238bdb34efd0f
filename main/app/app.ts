import type { Fault, Issue } from "../contract/faults";
import type { ConsoleEvent, Entity } from "../contract/events";
import type { ActionRequest } from "../contract/shapes/action";
import type { Link, Module } from "../contract/shapes/module";
import type { PanelConnector, PanelGateway } from "../ports/gateway";
import type { LabelLibrary, LabelPress } from "../ports/label";
import type { PrintDocuments, PrinterConnector } from "../ports/printer";
import type { RackDraughtsman } from "../ports/rack-drawing";
import type { Backups } from "../ports/backups";
import type { Clock, Host, Log, MakeId, SecretHasher, SecretVault } from "../ports/host";
import type { ActionRecord, Repositories } from "../ports/store";
import type { JournalledStore, Note } from "./journalled-store";
import type { KeptDrafts } from "./kept-drafts";
import type { Session } from "./session";

/** An expected refusal on its way to `dispatch`, the only place that turns throws into results. */
export class ConsoleError extends Error {
  override readonly name = "ConsoleError";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

export function notFound(entity: string, id: string): ConsoleError {
  return new ConsoleError({ kind: "not-found", message: `There is no such ${entity} any more`, entity, id });
}

export function notAllowed(rule: string, message: string): ConsoleError {
  return new ConsoleError({ kind: "not-allowed", rule, message });
}

export function invalidInput(issues: readonly Issue[]): ConsoleError {
  const message = issues.map((issue) => issue.message).join(". ");
  return new ConsoleError({ kind: "invalid-input", message, issues: [...issues] });
}

/** The value, or a `not-found` fault. */
export function existing<T>(value: T | undefined, entity: string, id: string): T {
  if (value === undefined) throw notFound(entity, id);
  return value;
}

/** Closing the console now would lose drafts that only its memory holds. */
export function requireDraftsStored(keptDrafts: KeptDrafts): void {
  const count = keptDrafts.count();
  if (count === 0) return;
  const what = count === 1 ? "A draft is" : `${String(count)} drafts are`;
  throw notAllowed("drafts-in-memory", `${what} not on the disk yet. Free some space first`);
}

/** What the courier offers to use cases. */
export interface CourierDoor {
  /** New work waits, or a panel may be back: look now. */
  wake(): void;
  /** Panels that were out of reach may be back: ask them again at once. */
  hasten(): void;
  links(): Promise<readonly Link[]>;
  isReachable(moduleId: string): boolean;
  /** Whether somebody paused sending to the panel. */
  isHeld(moduleId: string): boolean;
  probe(moduleId: string): Promise<Link>;
  /** A use case spoke to the panel, or failed to: the link state follows. */
  observeOutcome(moduleId: string, error: unknown): void;
}

/** What the mirror of the panels offers to use cases. */
export interface MirrorDoor {
  /** Reads the servers that are kept under a module again, at once or behind another reading of the same panel. */
  refresh(keeper: Module): void;
  /** Ends a reading; what it has stored stays. */
  cancel(keeperId: string): Promise<void>;
  /** A reading that goes on or waits for its turn; null otherwise. */
  progressOf(keeperId: string): { readonly done: number; readonly total: number } | null;
}

/** What the print queue offers to use cases. */
export interface PrintDoor {
  /** A job was added or let go on: look now. */
  wake(): void;
  /** Stops sending a job that is on its way; resolves when its end is stored. */
  cancel(jobId: string): Promise<void>;
}

/** Everything that use cases work with; made once by `composeConsole`. */
export interface App {
  readonly store: JournalledStore;
  readonly backups: Backups;
  readonly panels: PanelConnector;
  readonly vault: SecretVault;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly log: Log;
  readonly host: Host;
  readonly courier: CourierDoor;
  readonly mirror: MirrorDoor;
  readonly keptDrafts: KeptDrafts;
  readonly session: Session;
  readonly hasher: SecretHasher;
  readonly press: LabelPress;
  readonly labelLibrary: LabelLibrary;
  readonly draughtsman: RackDraughtsman;
  readonly printers: PrinterConnector;
  readonly printDocuments: PrintDocuments;
  readonly printQueue: PrintDoor;
  gateway(module: Module): Promise<PanelGateway>;
  publish(event: ConsoleEvent): void;
}

export interface ActionTarget {
  readonly moduleId: string;
  readonly serviceId: string | null;
  readonly taskId: string | null;
  readonly serverId: number | null;
  /** What the operator saw, compared before acting; null when nothing was seen. */
  readonly seen?: Readonly<Record<string, string>> | null;
}

/** One transaction of a use case: repositories, and what is to be told when it has been committed. */
export interface Change {
  readonly repositories: Repositories;
  readonly at: number;
  readonly operator: string;
  touch(entity: Entity, id: string): void;
  /** Says what was done; everything that the transaction changes is told with it. */
  journal(note: Note & { readonly entity: Entity }): void;
  enqueue(target: ActionTarget, requests: readonly ActionRequest[]): Promise<ActionRecord[]>;
  /** Drops what the operator was typing into the form, in memory too once the transaction is committed. */
  endFormDraft(form: string): Promise<void>;
}
