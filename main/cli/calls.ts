import { z } from "zod";
import { calls } from "../contract/calls";

/** Prints every call with what it does and JSON Schemas of its input and output. */
export function listCalls(): number {
  const described = Object.entries(calls).map(([name, { effect, summary, input, output }]) => ({
    name,
    effect,
    summary,
    input: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
    output: z.toJSONSchema(output, { io: "output", unrepresentable: "any" }),
  }));
  process.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
  return 0;
}
