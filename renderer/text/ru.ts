import type { en } from "./en";
import type { Russian } from "./russian";

/** The Russian catalogue; a family that English has not, or lacks, does not compile. */
export const ru = {} as const satisfies Partial<Russian<typeof en>>;
