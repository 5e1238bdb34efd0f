import { z } from "zod";
import { idShape, lineShape, revisionShape } from "./basics";
import { internalNameShape } from "./tariff";

export const enumerationItemShape = z.object({
  /** Must equal the name in the panel letter for letter where the panel acts on it. */
  internalName: internalNameShape,
  name: lineShape(120),
});
export type EnumerationItem = Readonly<z.infer<typeof enumerationItemShape>>;

const contentShape = {
  name: lineShape(80),
  internalName: internalNameShape,
  items: z
    .array(enumerationItemShape)
    .max(500)
    .superRefine((items, context) => {
      const firstPlaces = new Map<string, number>();
      items.forEach(({ internalName }, place) => {
        if (firstPlaces.has(internalName)) {
          context.addIssue({ code: "custom", path: [place, "internalName"], message: "This item stands twice" });
        } else {
          firstPlaces.set(internalName, place);
        }
      });
    }),
};

/** A list of items that an order may choose from, such as operating systems. */
export const enumerationShape = z.object({ id: idShape, revision: revisionShape, ...contentShape });
export type Enumeration = Readonly<z.infer<typeof enumerationShape>>;
export const enumerationInputShape = z.object({ ...contentShape, items: contentShape.items.default([]) });

/** An enumeration beside the operating system images of a panel. */
export const enumerationComparisonShape = z.object({
  same: z.array(z.string()),
  /** Items that the panel has no image for: an order with one of them fails. */
  missingThere: z.array(z.string()),
  /** Images that no item names. */
  unusedHere: z.array(z.string()),
  /** The same but for case or spaces, which the panel takes for another name. */
  nearly: z.array(z.object({ item: z.string(), image: z.string() })),
});
export type EnumerationComparison = Readonly<z.infer<typeof enumerationComparisonShape>>;
