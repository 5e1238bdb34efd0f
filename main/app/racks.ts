import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function listRacks(_app: App, _input: ParsedInput<"rack.list">): Promise<CallOutput<"rack.list">> {
  throw notAllowed("not-built", "rack.list is being built");
}

export function getElevation(_app: App, _input: ParsedInput<"rack.elevation">): Promise<CallOutput<"rack.elevation">> {
  throw notAllowed("not-built", "rack.elevation is being built");
}
