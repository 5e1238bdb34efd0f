import { z } from "zod";

/**
 * The elements of a list, given up at the first one that does not fit: to note what is wrong with each of a million would take more
 * memory than the answer itself.
 */
export function eachOf<T>(element: z.ZodType<T>) {
  return z.array(z.unknown()).transform((elements, context) => {
    const taken: T[] = [];
    for (const [index, one] of elements.entries()) {
      const parsed = element.safeParse(one);
      if (parsed.success) {
        taken.push(parsed.data);
        continue;
      }
      const [first] = parsed.error.issues;
      context.addIssue({ code: "custom", message: first?.message ?? "", path: [index, ...(first?.path ?? [])] });
      return z.NEVER;
    }
    return taken;
  });
}
