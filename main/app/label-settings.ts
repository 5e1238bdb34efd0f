import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function getLabelSettings(
  _app: App,
  _input: ParsedInput<"label-settings.get">,
): Promise<CallOutput<"label-settings.get">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function setLabelSettings(
  _app: App,
  _input: ParsedInput<"label-settings.set">,
): Promise<CallOutput<"label-settings.set">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
