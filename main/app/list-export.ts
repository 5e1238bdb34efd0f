import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function exportList(_app: App, _input: ParsedInput<"list.export">): Promise<CallOutput<"list.export">> {
  throw notAllowed("not-built", "list.export is being built");
}
