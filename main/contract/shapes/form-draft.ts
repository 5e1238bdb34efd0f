import { z } from "zod";
import { instantShape } from "./basics";

/** Names a form of the window and, where it edits a record, the record: `order`, `tariff 0198…`. */
export const formNameShape = z.string().min(1).max(80);

/** What a form holds, as JSON text. Only the form itself knows what is inside; secrets never are. */
const formBodyShape = z
  .string()
  .max(64 * 1024, "At most 64 kB")
  .refine(isJson, "JSON text");

export const formDraftInputShape = z.object({ form: formNameShape, body: formBodyShape });

/** What is being typed into a form; one a form and operator. */
export const formDraftShape = z.object({
  form: z.string(),
  operator: z.string(),
  body: z.string(),
  savedAt: instantShape,
});
export type FormDraft = Readonly<z.infer<typeof formDraftShape>>;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
