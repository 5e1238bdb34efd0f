import { z } from "zod";
import { catalogueShape } from "./shapes/catalogue";

/** The JSON Schema of the catalogue document, for whoever writes one; published as `catalogue.schema.json` beside this file. */
export function describeCatalogue(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(catalogueShape, { io: "input", unrepresentable: "any" }),
    title: "Rackside catalogue",
    description: "Everything that is sold and how: enumerations, processing modules without their secrets, tariffs.",
  };
}
