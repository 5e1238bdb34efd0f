import type { PrintOutcome } from "../ports/printer";
import { adviceFor, allPrinted, failed, finding, isBlocking, unsure } from "./conditions";
import type { Finding } from "./conditions";
import { isSameMedia, mediaWanted, readBrotherStatus } from "./brother-status";
import type { BrotherStatus } from "./brother-status";
import { createWaitingNote } from "./door";
import type { DoorParts, NetworkJob, NetworkTalk } from "./door";
import { ConnectionFailure } from "./raw-connection";
import type { RawConnection } from "./raw-connection";
import { askBrotherBySnmp } from "./snmp";
import { pause, reasonOf } from "./waiting";

interface BrotherParts extends DoorParts {
  readonly host: string;
  readonly snmpPort: number;
}

/** Where the printer tells its state: on the port that prints, by SNMP, or not at all. */
type Tells = "port" | "snmp" | "nothing";

/** Clears what a broken job left behind; never sent just to ask, for another connection may be printing. */
const initialize = Buffer.concat([Buffer.alloc(200), Buffer.from([0x1b, 0x40])]);
const statusRequest = Buffer.from([0x1b, 0x69, 0x53]);

const tellsNothing =
  "All labels were sent. This printer does not tell over the network what comes out: see how many did, and say so";

/**
 * Speaks to a Brother QL or P-touch. Where it answers on the port, labels go one at a time and each is waited for. Network models answer there to
 * nothing and keep the same 32 bytes in an object of SNMP, from which the end of the whole job is read.
 */
export function createBrotherTalk({ clock, timings, host, snmpPort }: BrotherParts): NetworkTalk {
  const askByPort = async (connection: RawConnection): Promise<BrotherStatus | undefined> => {
    await connection.write(statusRequest);
    return connection.read(readBrotherStatus, timings.answerMs);
  };
  const askBySnmp = (): Promise<BrotherStatus | undefined> =>
    askBrotherBySnmp({ host, port: snmpPort, clock, withinMs: timings.answerMs });

  async function ask(connection: RawConnection): Promise<{ readonly tells: Tells; readonly status?: BrotherStatus }> {
    const byPort = await askByPort(connection);
    if (byPort) return { tells: "port", status: byPort };
    const bySnmp = await askBySnmp();
    return bySnmp ? { tells: "snmp", status: bySnmp } : { tells: "nothing" };
  }

  async function print(job: NetworkJob): Promise<PrintOutcome> {
    const { connection, pieces, run, watch, progress } = job;
    const first = await pieces.next();
    await connection.write(initialize);
    const { tells, status } = await ask(connection);
    const refusal = status && refusalOf(status, first.done ? undefined : first.value.bytes);
    if (refusal) return failed(refusal);
    const note = createWaitingNote(watch, progress);
    for (let piece = first; !piece.done; piece = await pieces.next()) {
      if (!progress.isSent) watch.sending();
      progress.isSent = true;
      await connection.write(piece.value.bytes, () => note(finding("busy", "The printer takes no more data for now")));
      if (tells !== "port") continue;
      while (progress.printed < piece.value.labels) {
        const doubt = await waitForLabel(job, note);
        if (doubt !== undefined) return unsure(progress.printed, doubt);
        progress.printed += 1;
        watch.printed(progress.printed);
      }
    }
    if (tells === "snmp") return waitForEnd(job, note);
    if (tells === "nothing") return unsure(0, tellsNothing);
    return progress.printed >= run.labels ? allPrinted(run.labels) : failed(finding("error"), progress.printed);
  }

  /** Undefined when the label came out; otherwise why that is not known. */
  async function waitForLabel(job: NetworkJob, note: Note): Promise<string | undefined> {
    const { connection } = job;
    /** A fault was told and is over, or the printer was asked: if it goes on with the label, it does so now. */
    let isIdle = false;
    let hasFaulted = false;
    for (;;) {
      const status = await connection.read(readBrotherStatus, isIdle ? timings.settleMs : timings.stallMs);
      if (status?.type === "completed") {
        note(null);
        return undefined;
      }
      if (status?.type === "switched-off") throw new ConnectionFailure("lost", "The printer was switched off");
      if (status && isBlocking(status.condition)) {
        note(finding(status.condition));
        isIdle = false;
        hasFaulted = true;
        await pause(clock, timings.pollMs, job.signal);
      } else if (status?.isPrinting) {
        isIdle = false;
        continue;
      } else if (status) {
        // The phase that follows the label before comes late as well.
        isIdle = hasFaulted;
        continue;
      } else if (isIdle) {
        return "The printer is ready, but did not say that the label came out. See which labels are there";
      }
      const answer = await askByPort(connection);
      if (!answer) note(finding("silent", adviceFor("silent")));
      else if (answer.type === "completed") return undefined;
      else if (isBlocking(answer.condition)) {
        note(finding(answer.condition));
        hasFaulted = true;
      } else isIdle = !answer.isPrinting;
    }
  }

  /** The end of a job whose printer only shows its phase: it was printing, and is ready again. */
  async function waitForEnd({ signal, run, progress }: NetworkJob, note: Note): Promise<PrintOutcome> {
    let hasPrinted = false;
    let quietMs = 0;
    for (;;) {
      const status = await askBySnmp();
      if (signal.aborted) throw reasonOf(signal);
      if (!status) note(finding("silent"));
      else if (isBlocking(status.condition)) note(finding(status.condition));
      else note(null);
      const isReady = status?.condition === "ready";
      hasPrinted ||= status?.isPrinting === true;
      quietMs = isReady ? quietMs + timings.pollMs : 0;
      // Between two labels it is ready for a moment as well.
      if (isReady && hasPrinted && quietMs >= 3 * timings.pollMs) {
        progress.printed = run.labels;
        return allPrinted(run.labels);
      }
      if (isReady && quietMs >= timings.settleMs) return unsure(progress.printed, tellsNothing);
      await pause(clock, timings.pollMs, signal);
    }
  }

  return {
    ask: async (connection) => {
      const { status } = await ask(connection);
      if (status) return { ...finding(status.condition), media: status.media };
      return finding(
        "unknown",
        "This printer does not tell its state over the network; labels can be printed all the same",
      );
    },
    print,
    withdraw: (connection) => connection.write(initialize),
  };
}

type Note = ReturnType<typeof createWaitingNote>;

/** Why the job is not begun. */
function refusalOf(status: BrotherStatus, firstBytes: Uint8Array | undefined): Finding | undefined {
  if (isBlocking(status.condition)) return finding(status.condition);
  const wanted = firstBytes && mediaWanted(firstBytes);
  if (!wanted || !status.media || isSameMedia(wanted, status.media)) return undefined;
  const loaded = inWords(status.media);
  return finding(
    "wrong-media",
    `${loaded} is loaded, and this job is for ${inWords(wanted)}. ${adviceFor("wrong-media")}`,
  );
}

function inWords({ width, length }: { readonly width: number; readonly length: number | null }): string {
  return length ? `${String(width)} × ${String(length)} mm` : `${String(width)} mm tape`;
}
