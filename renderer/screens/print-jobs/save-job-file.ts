import { call } from "../../api";
import type { Fault } from "../../../main/contract/faults";
import { offerBytes } from "../../parts/offer-file";

/** Fetches the file of a job piece by piece and hands it to the person; answers why it could not, or null. */
export async function saveJobFile(id: string): Promise<Fault | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; ;) {
    const answer = await call("print.file", { id, offset });
    if (!answer.ok) return answer.fault;
    const { name, base64, next, isEnd } = answer.value;
    pieces.push(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    if (isEnd) {
      offerBytes(name, pieces);
      return null;
    }
    offset = next;
  }
}
