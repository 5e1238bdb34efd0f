import type { PrintOutcome } from "../ports/printer";
import { allPrinted, failed, finding, isBlocking } from "./conditions";
import type { Finding } from "./conditions";
import { createWaitingNote } from "./door";
import type { DoorParts, NetworkJob, NetworkTalk } from "./door";
import type { RawConnection } from "./raw-connection";
import { pause } from "./waiting";
import { conditionOf, readHostStatus } from "./zebra-status";
import type { HostStatus } from "./zebra-status";

/** Labels that are in the printer at the same time: enough to keep it busy, few enough for its buffer to stay open for questions. */
const mostUnderWay = 12;

/**
 * Speaks to a Zebra. `~HS` is asked over the connection that prints, so its answer tells of everything sent before it; labels have come out when the
 * buffer and the batch no longer hold them. No answer is an answer: with media or ribbon out or the head open the manual promises none.
 */
export function createZebraTalk({ clock, timings }: DoorParts): NetworkTalk {
  async function askStatus(connection: RawConnection): Promise<HostStatus | undefined> {
    connection.forget();
    await connection.write(Buffer.from("~HS"));
    return connection.read(readHostStatus, timings.answerMs);
  }

  function describe(status: HostStatus | undefined): Finding {
    return finding(status ? conditionOf(status) : "silent");
  }

  /** Labels of somebody else would be counted as ours. */
  async function waitUntilIdle({ connection, watch, signal, progress }: NetworkJob): Promise<Finding> {
    const note = createWaitingNote(watch, progress);
    for (;;) {
      const found = describe(await askStatus(connection));
      if (found.condition !== "busy") return found;
      note(found);
      await pause(clock, timings.pollMs, signal);
    }
  }

  async function print(job: NetworkJob): Promise<PrintOutcome> {
    const { connection, pieces, watch, signal, progress, run } = job;
    let piece = await pieces.next();
    const before = await waitUntilIdle(job);
    if (isBlocking(before.condition)) return failed(before);
    const note = createWaitingNote(watch, progress);
    let sent = 0;
    let isQuiet = false;
    for (;;) {
      while (!piece.done && sent - progress.printed < mostUnderWay) {
        if (!progress.isSent) watch.sending();
        progress.isSent = true;
        await connection.write(piece.value.bytes, () => note(finding("silent")));
        sent = piece.value.labels;
        piece = await pieces.next();
      }
      const status = await askStatus(connection);
      const found = describe(status);
      const printed = Math.max(progress.printed, sent - (status?.pending ?? sent));
      const isFarther = printed > progress.printed;
      progress.printed = printed;
      if (isFarther) watch.printed(printed);
      note(isBlocking(found.condition) ? found : null);
      // Between the buffer and the batch a label is for a moment in neither: only the second time counts.
      const isEmpty = piece.done === true && status?.pending === 0;
      if (isEmpty && isQuiet) return sent >= run.labels ? allPrinted(run.labels) : failed(finding("error"), sent);
      isQuiet = isEmpty;
      await pause(clock, timings.pollMs, signal);
    }
  }

  return {
    ask: async (connection) => describe(await askStatus(connection)),
    print,
    withdraw: (connection) => connection.write(Buffer.from("~JA")),
  };
}
