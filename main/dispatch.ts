import type { Fault, Issue, Result } from "./contract/faults";
import { calls, isCallName } from "./contract/calls";
import type { CallName } from "./contract/calls";
import type { Log } from "./ports/host";
import { faultOf } from "./faults";

/** A handler behind the table's names, with input already parsed. */
export type AnyHandler = (input: unknown) => Promise<unknown>;

interface DispatchParts {
  readonly handlers: Readonly<Record<CallName, AnyHandler>>;
  /** What forbids the call to whoever works here now; undefined, at once, when nothing does. */
  refusal(name: CallName): Promise<Fault> | undefined;
  makeReference(): string;
  readonly log: Log;
}

/**
 * The one door to the use cases: name → right → parsed input → handler → parsed output. Never rejects. What is not an expected fault is logged
 * with a reference, and only the reference is told.
 */
export function createDispatch({ handlers, refusal, makeReference, log }: DispatchParts) {
  async function run(name: CallName, input: unknown): Promise<Result<unknown>> {
    const refused = refusal(name);
    if (refused) return { ok: false, fault: await refused };
    const definition = calls[name];
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) {
      const issues: Issue[] = parsed.error.issues.map((issue) => ({
        path: issue.path.join("."),
        message: issue.message,
      }));
      const message = issues
        .map((issue) => (issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`))
        .join("; ");
      return { ok: false, fault: { kind: "invalid-input", message, issues } };
    }
    return { ok: true, value: definition.output.parse(await handlers[name](parsed.data)) };
  }

  return async function dispatch(name: string, input: unknown): Promise<Result<unknown>> {
    if (!isCallName(name)) {
      return {
        ok: false,
        fault: { kind: "not-allowed", rule: "unknown-call", message: `There is no call ${name.slice(0, 80)}` },
      };
    }
    try {
      return await run(name, input);
    } catch (error) {
      const fault = faultOf(error);
      if (fault) return { ok: false, fault };
      const reference = makeReference();
      log.error("call failed", { call: name, reference, error });
      const message = `Something went wrong inside Rackside. The log has it under ${reference}`;
      return { ok: false, fault: { kind: "internal", message, reference } };
    }
  };
}
