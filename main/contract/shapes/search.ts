import { z } from "zod";
import { idShape } from "./basics";

export const searchKindShape = z.enum(["task", "service", "customer", "server", "address", "rack", "switch", "tariff"]);
export type SearchKind = z.infer<typeof searchKindShape>;

/** One thing that a search found, and where it can be opened. */
export const searchHitShape = z.object({
  kind: searchKindShape,
  /** Of the record; for a thing of a panel its id there as text. */
  id: z.string(),
  /** The panel's module; null for a record of the profile. */
  moduleId: idShape.nullable(),
  /** The server behind an address; null for everything else and for an address that no server has. */
  serverId: z.number().int().nullable(),
  title: z.string(),
  /** Where it is or whose it is, in one line. */
  detail: z.string(),
  /** The text that matched where neither title nor detail has it, such as a serial number. */
  matched: z.string(),
});
export type SearchHit = Readonly<z.infer<typeof searchHitShape>>;

export const searchAnswerShape = z.object({
  /** In the order in which they are worth showing; a kind without a hit is left out. */
  groups: z.array(
    z.object({
      kind: searchKindShape,
      hits: z.array(searchHitShape),
      /** There are more than were asked for. */
      hasMore: z.boolean(),
    }),
  ),
  /** The one thing that is meant, such as the server behind a whole IP address; null when there is no such one. */
  exact: searchHitShape.nullable(),
});
export type SearchAnswer = Readonly<z.infer<typeof searchAnswerShape>>;
