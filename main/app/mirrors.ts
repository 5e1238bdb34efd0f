import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function listMirrors(_app: App, _input: ParsedInput<"mirror.list">): Promise<CallOutput<"mirror.list">> {
  throw notAllowed("not-built", "mirror.list is being built");
}

export function refreshMirror(_app: App, _input: ParsedInput<"mirror.refresh">): Promise<CallOutput<"mirror.refresh">> {
  throw notAllowed("not-built", "mirror.refresh is being built");
}

export function cancelMirror(_app: App, _input: ParsedInput<"mirror.cancel">): Promise<CallOutput<"mirror.cancel">> {
  throw notAllowed("not-built", "mirror.cancel is being built");
}
