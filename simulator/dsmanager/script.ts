import type { AddressFamily } from "../foundation/address-range";
import { DsmanagerRefusal, type RefusalKind } from "./refusal";
import type { DsmanagerSessions } from "./sessions";
import type { DsmanagerServer, DsmanagerSite } from "./site-document";
import { passTime, startWork } from "./works";
import type { DsmanagerWorld } from "./world";

/** Turns of events that a test or a trainer brings about in the panel itself. */
export interface DsmanagerScript {
  /** The next installation or diagnostics ends as failed with the message. */
  failNextOperation(message: string): void;
  /** The next installation or diagnostics goes on until it is cancelled. */
  hangNextOperation(): void;
  /** Without a duration they run until they are cancelled. */
  beginDiagnostics(serverId: number, durationMs?: number): void;
  /** The next calls that match are refused with the panel's own error and not carried out. */
  refuseNext(rule: RefusalRule): void;
  /** Lets a family behave as if no address were left. */
  exhaustAddresses(family: AddressFamily, isExhausted?: boolean): void;
  /** A silent management controller shows as `powererror`. */
  silenceController(serverId: number, isSilent?: boolean): void;
  expireSessions(): void;
  /** A deep copy of the state as it is now. */
  snapshot(): DsmanagerSite;
  /** Goes back to an earlier state, as a panel restored from a backup does. */
  restore(site: DsmanagerSite): void;
}

export interface RefusalRule {
  /** Tested against the function with its parameters, such as `server.edit?elid=101&sok=ok`. */
  readonly call: RegExp;
  readonly kind: RefusalKind;
  /** The object or field that the error names. */
  readonly object?: string;
  readonly message?: string;
  /** 1 when left out. */
  readonly times?: number;
}

/** The refusals that are still to come. */
export interface DsmanagerScriptBook {
  add(rule: RefusalRule): void;
  takeRefusal(call: string): DsmanagerRefusal | null;
}

export function createScriptBook(): DsmanagerScriptBook {
  const rules: { readonly rule: RefusalRule; left: number }[] = [];
  return {
    add: (rule) => {
      rules.push({ rule, left: rule.times ?? 1 });
    },
    takeRefusal: (call) => {
      const entry = rules.find(({ rule, left }) => left > 0 && call.search(rule.call) !== -1);
      if (entry === undefined) return null;
      entry.left -= 1;
      const { kind, object = "server", message = "Scripted error" } = entry.rule;
      return new DsmanagerRefusal(kind, object, message);
    },
  };
}

/** Creates the script over a panel's parts. */
export function createDsmanagerScript(
  world: DsmanagerWorld,
  sessions: DsmanagerSessions,
  book: DsmanagerScriptBook,
): DsmanagerScript {
  return {
    failNextOperation: (message) => {
      world.scriptedOutcomes.push({ kind: "fails", message });
    },
    hangNextOperation: () => {
      world.scriptedOutcomes.push({ kind: "hangs" });
    },
    beginDiagnostics: (serverId, durationMs) => {
      const { id } = getServer(world, serverId);
      startWork(world, { serverId: id, task: { kind: "diagnostics" }, durationMs: durationMs ?? null });
    },
    refuseNext: book.add,
    exhaustAddresses: (family, isExhausted = true) => {
      const others = world.site.exhausted.filter((one) => one !== family);
      world.site.exhausted = isExhausted ? [...others, family] : others;
      world.changed();
    },
    silenceController: (serverId, isSilent = true) => {
      getServer(world, serverId).controllerAnswers = !isSilent;
      world.changed();
    },
    expireSessions: sessions.expireAll,
    snapshot: () => {
      passTime(world);
      return structuredClone(world.site);
    },
    restore: (site) => {
      world.replaceSite(structuredClone(site));
    },
  };
}

function getServer(world: DsmanagerWorld, serverId: number): DsmanagerServer {
  const server = world.index().servers.get(serverId);
  if (server === undefined) throw new Error(`The simulated panel has no server ${String(serverId)}`);
  return server;
}
