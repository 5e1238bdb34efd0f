import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function addTemplate(
  _app: App,
  _input: ParsedInput<"label-template.add">,
): Promise<CallOutput<"label-template.add">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function exportTemplates(
  _app: App,
  _input: ParsedInput<"label-template.export">,
): Promise<CallOutput<"label-template.export">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function importTemplates(
  _app: App,
  _input: ParsedInput<"label-template.import">,
): Promise<CallOutput<"label-template.import">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function listTemplates(
  _app: App,
  _input: ParsedInput<"label-template.list">,
): Promise<CallOutput<"label-template.list">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function removeTemplate(
  _app: App,
  _input: ParsedInput<"label-template.remove">,
): Promise<CallOutput<"label-template.remove">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function saveTemplate(
  _app: App,
  _input: ParsedInput<"label-template.save">,
): Promise<CallOutput<"label-template.save">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
