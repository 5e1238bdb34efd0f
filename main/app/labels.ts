import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function getLabel(_app: App, _input: ParsedInput<"label.get">): Promise<CallOutput<"label.get">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function listLabels(_app: App, _input: ParsedInput<"label.list">): Promise<CallOutput<"label.list">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function markLabels(_app: App, _input: ParsedInput<"label.mark">): Promise<CallOutput<"label.mark">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
