import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function drawLabel(_app: App, _input: ParsedInput<"label.draw">): Promise<CallOutput<"label.draw">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
