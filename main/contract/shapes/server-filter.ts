import { z } from "zod";
import { idShape } from "./basics";
import { serverSortColumns, sortShape } from "./list";
import { powerStateShape } from "./panel";

/** Which servers of the local copies; null leaves a filter open. */
export const serverFilterShape = z.object({
  moduleId: idShape.nullable().default(null),
  power: powerStateShape.nullable().default(null),
  /** True: servers without owner and without service. */
  isFree: z.boolean().nullable().default(null),
  onlyWithFault: z.boolean().default(false),
  search: z.string().max(120).default(""),
  /** Null: by panel, then by name. */
  sort: sortShape(serverSortColumns),
});
