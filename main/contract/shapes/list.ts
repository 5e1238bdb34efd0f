import { z } from "zod";
import { idShape, lineShape, revisionShape } from "./basics";

/** Lists that remember how somebody likes to look at them. */
export const listNameShape = z.enum(["tasks", "services", "servers", "customers", "tariffs", "steps", "journal"]);
export type ListName = z.infer<typeof listNameShape>;

/** How a list is sorted; a column that the list cannot be sorted by is an `invalid-input` fault. */
export function sortShape<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  return z
    .object({ by: z.enum(columns), isDescending: z.boolean().default(false) })
    .nullable()
    .default(null);
}

export const taskSortColumns = ["number", "age", "label"] as const;
export const serviceSortColumns = ["number", "label", "customer", "activated"] as const;
export const serverSortColumns = ["name", "rack", "serial", "owner"] as const;
export const customerSortColumns = ["name", "email"] as const;
export const stepSortColumns = ["entered"] as const;
export const journalSortColumns = ["when"] as const;

/** Filters, sorting and columns of one list under a name. */
export const viewContentShape = z.object({
  list: listNameShape,
  name: lineShape(60),
  /** Everybody of the site sees it; otherwise whoever saved it does. */
  isShared: z.boolean(),
  /** The window's own words for its filters; a word that a later version does not know is passed over. */
  filters: z.record(z.string().max(60), z.string().max(200)),
  sort: z.object({ by: z.string().max(60), isDescending: z.boolean() }).nullable(),
  /** Columns in their order; null: those of the list itself. */
  columns: z.array(z.string().max(60)).max(40).nullable(),
});
export const viewShape = viewContentShape.extend({
  id: idShape,
  revision: revisionShape,
  /** Who saved it. */
  operator: z.string(),
});
export type View = Readonly<z.infer<typeof viewShape>>;

/** The next piece of a list as CSV: the first one begins with the heading. RFC 4180, UTF-8. */
export const csvPieceShape = z.object({
  text: z.string(),
  rows: z.number().int(),
  /** Rows of the whole list, for showing how far it is. */
  total: z.number().int(),
  /** Where the next piece begins; null at the end. */
  next: z.string().nullable(),
});
