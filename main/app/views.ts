import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function listViews(_app: App, _input: ParsedInput<"view.list">): Promise<CallOutput<"view.list">> {
  throw notAllowed("not-built", "view.list is being built");
}

export function addView(_app: App, _input: ParsedInput<"view.add">): Promise<CallOutput<"view.add">> {
  throw notAllowed("not-built", "view.add is being built");
}

export function saveView(_app: App, _input: ParsedInput<"view.save">): Promise<CallOutput<"view.save">> {
  throw notAllowed("not-built", "view.save is being built");
}

export function removeView(_app: App, _input: ParsedInput<"view.remove">): Promise<CallOutput<"view.remove">> {
  throw notAllowed("not-built", "view.remove is being built");
}
