import { z } from "zod";
import { idShape, lineShape } from "./basics";
import { enumerationInputShape } from "./enumeration";
import { moduleCoreShape } from "./module";
import { differenceShape, resourceShape, tariffContentShape } from "./tariff";

/** An enumeration, data centre or department is named in place of its id, which is another one in every profile. */
const catalogueResourceShape = z.object({
  ...resourceShape.shape,
  enumerationId: z.null().default(null),
  /** Internal name of the enumeration; null where there is none. */
  enumeration: z.string().nullable(),
});

/** Everything that is sold and how, without secrets: one document that goes from one profile to another. */
export const catalogueShape = z.object({
  format: z.literal("rackside-catalogue", "Not a Rackside catalogue"),
  version: z.literal(1, "A catalogue of another version"),
  enumerations: z.array(enumerationInputShape).max(1_000),
  modules: z
    .array(z.object({ ...moduleCoreShape.shape, dataCentre: lineShape(80), department: lineShape(80) }))
    .max(1_000),
  tariffs: z
    .array(
      z.object({
        ...tariffContentShape.omit({ moduleIds: true, resources: true }).shape,
        modules: z.array(lineShape(80)).max(50),
        resources: z.array(catalogueResourceShape).max(40),
      }),
    )
    .max(10_000),
});
export type Catalogue = Readonly<z.infer<typeof catalogueShape>>;

/** What importing would do to one record; a problem stops the whole import. */
export const catalogueChangeShape = z.object({
  entity: z.enum(["enumeration", "module", "tariff", "department", "data-centre"]),
  name: z.string(),
  change: z.enum(["added", "changed", "same"]),
  differences: z.array(differenceShape),
  problem: z.string(),
});
export type CatalogueChange = Readonly<z.infer<typeof catalogueChangeShape>>;

export const catalogueReportShape = z.object({
  changes: z.array(catalogueChangeShape),
  hasProblems: z.boolean(),
});

export const importedShape = z.object({ added: z.number().int(), changed: z.number().int(), ids: z.array(idShape) });
