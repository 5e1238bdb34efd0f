import { finding, unsure } from "./conditions";
import { createWaitingNote } from "./door";
import type { NetworkTalk } from "./door";

const tellsNothing =
  "Everything was sent. This way of printing does not tell what comes out: see how many labels did, and say so";

/** A printer that takes a document on its port and tells nothing, as most do with PDF. */
export function createPlainTalk(): NetworkTalk {
  return {
    ask: () => Promise.resolve(finding("unknown")),
    async print({ connection, pieces, watch, progress }) {
      const note = createWaitingNote(watch, progress);
      for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
        if (!progress.isSent) watch.sending();
        progress.isSent = true;
        await connection.write(piece.value.bytes, () =>
          note(finding("busy", "The printer takes no more data for now")),
        );
        note(null);
      }
      return unsure(0, tellsNothing);
    },
  };
}
