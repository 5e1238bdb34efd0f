import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function drawRacks(_app: App, _input: ParsedInput<"rack.draw">): Promise<CallOutput<"rack.draw">> {
  throw notAllowed("not-built", "rack.draw is being built");
}
