import { z } from "zod";
import { idShape, lineShape, optionalLineShape, revisionShape } from "./basics";

/** Operators by name; a department without members is everybody's. */
const membersShape = z.array(lineShape(60)).max(200);

/** The part of the staff that a module's tasks and messages go to. */
export const departmentShape = z.object({
  id: idShape,
  revision: revisionShape,
  name: z.string(),
  members: membersShape,
});
export type Department = Readonly<z.infer<typeof departmentShape>>;
export const departmentInputShape = z.object({ name: lineShape(80), members: membersShape.default([]) });

/** A data centre as the billing side knows it; a module ties it to a location of its panel. */
export const dataCentreShape = z.object({ id: idShape, revision: revisionShape, name: z.string() });
export type DataCentre = Readonly<z.infer<typeof dataCentreShape>>;
export const dataCentreInputShape = z.object({ name: lineShape(80) });

/** Who orders. The e-mail is also how the customer is found as an owner in the panel. */
export const customerShape = z.object({
  id: idShape,
  revision: revisionShape,
  name: z.string(),
  email: z.string(),
  note: z.string(),
});
export type Customer = Readonly<z.infer<typeof customerShape>>;
export const customerInputShape = z.object({
  name: lineShape(120),
  email: z.email("Not an e-mail address").max(200),
  note: optionalLineShape(500).default(""),
});
