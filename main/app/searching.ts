import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function findEverywhere(_app: App, _input: ParsedInput<"search.find">): Promise<CallOutput<"search.find">> {
  throw notAllowed("not-built", "search.find is being built");
}
