import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function getStatistics(_app: App, _input: ParsedInput<"statistics.get">): Promise<CallOutput<"statistics.get">> {
  throw notAllowed("not-built", "statistics.get is being built");
}
