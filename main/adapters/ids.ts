import { v7 } from "uuid";
import type { MakeId } from "../ports/host";

/** UUIDv7: sorts by the time it was made, so that new rows land at the end of an index. */
export const makeUuid7: MakeId = () => v7();
