import type { PrinterCondition, Printer } from "../contract/shapes/printer";
import type { Clock } from "../ports/host";
import type { LabelPiece } from "../ports/label";
import type { PrintOutcome, PrintWatch, PrinterDoor } from "../ports/printer";
import { adviceFor, cancelled, failed, finding, unsure } from "./conditions";
import type { Finding } from "./conditions";
import { ConnectionFailure, openConnection } from "./raw-connection";
import type { RawConnection } from "./raw-connection";
import type { PrinterTimings } from "./timings";

export interface DoorParts {
  readonly clock: Clock;
  readonly timings: PrinterTimings;
}

export type PrintRun = Parameters<PrinterDoor["print"]>[0];

/** What one printing has come to so far. */
export interface Progress {
  /** Something was sent: from now on nothing may be repeated without asking. */
  isSent: boolean;
  /** Labels that the printer said came out. */
  printed: number;
}

type NetworkPrinter = Printer & { readonly way: Extract<Printer["way"], { type: "network" }> };

/** How a network printer of one language is spoken to. */
export interface NetworkTalk {
  /** What the printer says of itself over a fresh connection. */
  ask(connection: RawConnection): Promise<Finding>;
  print(job: NetworkJob): Promise<PrintOutcome>;
  /** Takes back what the printer holds, as far as the language can. */
  withdraw?(connection: RawConnection): Promise<void>;
}

export interface NetworkJob {
  readonly connection: RawConnection;
  readonly run: PrintRun;
  readonly pieces: AsyncIterator<LabelPiece>;
  readonly watch: PrintWatch;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** A printer on a TCP port: connecting, losing the connection and being stopped are the same for all languages. */
export function createNetworkDoor(
  printer: NetworkPrinter,
  { clock, timings }: DoorParts,
  talk: NetworkTalk,
): PrinterDoor {
  const { connectMs, stallMs } = timings;
  const { host, port } = printer.way;
  const open = (signal: AbortSignal): Promise<RawConnection> =>
    openConnection({ host, port, clock, connectMs, stallMs, signal });

  async function ask(): Promise<Finding> {
    let connection;
    try {
      connection = await open(new AbortController().signal);
      return await talk.ask(connection);
    } catch (error) {
      if (error instanceof ConnectionFailure) return unreachable(error);
      throw error;
    } finally {
      await connection?.close();
    }
  }

  async function print(run: PrintRun, watch: PrintWatch, signal: AbortSignal): Promise<PrintOutcome> {
    const progress: Progress = { isSent: false, printed: 0 };
    const pieces = run.pieces[Symbol.asyncIterator]();
    let connection: RawConnection | undefined;
    try {
      connection = await open(signal);
      return await talk.print({ connection, run, pieces, watch, signal, progress });
    } catch (error) {
      if (signal.aborted) {
        // Many printers take one connection at a time.
        await connection?.close();
        if (progress.isSent && talk.withdraw) await withdraw(talk.withdraw);
        return cancelled(progress.printed);
      }
      if (!(error instanceof ConnectionFailure)) throw error;
      if (!progress.isSent) return failed(unreachable(error));
      return unsure(progress.printed, "The connection was lost after labels were sent. See which of them came out");
    } finally {
      await pieces.return?.();
      await connection?.close();
    }
  }

  /** Over a connection of its own: the stopped one waits for nothing any more. */
  async function withdraw(take: NonNullable<NetworkTalk["withdraw"]>): Promise<void> {
    let connection;
    try {
      connection = await open(new AbortController().signal);
      await take(connection);
    } catch (error) {
      if (!(error instanceof ConnectionFailure)) throw error;
    } finally {
      await connection?.close();
    }
  }

  return { status: async () => ({ ...(await ask()), takenAt: clock.now() }), print };
}

function unreachable(error: ConnectionFailure): Finding {
  return finding("unreachable", `${error.message}. ${adviceFor("unreachable")}`);
}

/** Tells the watch of a condition once, and again after labels that came out in between, which say that it is over. */
export function createWaitingNote(
  watch: PrintWatch,
  progress: Progress,
): (found: Omit<Finding, "media"> | null) => void {
  let told: PrinterCondition | undefined;
  let printedThen = 0;
  return (found) => {
    if (found?.condition === told && (!found || progress.printed === printedThen)) return;
    told = found?.condition;
    printedThen = progress.printed;
    if (found) watch.waiting(found.condition, found.message);
    else watch.printed(progress.printed);
  };
}
