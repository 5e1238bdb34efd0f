import { z } from "zod";

/** A record's id: UUIDv7 text made by the program that created the record. */
export const idShape = z.string().min(1).max(64);

/** An instant: integer milliseconds since the Unix epoch, UTC. */
export const instantShape = z.number().int();

/** Counts the saves of one record; a save names the revision it was based on. */
export const revisionShape = z.number().int().nonnegative();

/** One line of plain text that a person typed, trimmed. */
export function lineShape(maximumLength: number) {
  return z
    .string()
    .trim()
    .min(1, "Required")
    .max(maximumLength, `At most ${String(maximumLength)} characters`);
}

/** One line of plain text that may stay empty. */
export function optionalLineShape(maximumLength: number) {
  return z
    .string()
    .trim()
    .max(maximumLength, `At most ${String(maximumLength)} characters`);
}

export const emptyShape = z.strictObject({});

export const pageInputShape = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(200).default(100),
};

/** A page of a list of any length: it begins behind `after`, or `offset` rows further on where somebody jumps. */
export const keysetPageInputShape = {
  ...pageInputShape,
  /** The `next` of an earlier answer to the same list; null: from the start. */
  after: z.string().max(1_000).nullable().default(null),
};

/** A page of rows, how many there are in all, and where the next page begins (null at the end). */
export function keysetPageShape<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    total: z.number().int(),
    next: z.string().nullable(),
    /** A search found more than a list looks through: `rows` and `total` are of the newest ones. */
    isCapped: z.boolean().optional(),
  });
}

export const savedShape = z.object({ id: idShape, revision: revisionShape });
