import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function addPrinter(_app: App, _input: ParsedInput<"printer.add">): Promise<CallOutput<"printer.add">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function askPrinter(_app: App, _input: ParsedInput<"printer.status">): Promise<CallOutput<"printer.status">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function findPrinters(_app: App, _input: ParsedInput<"printer.find">): Promise<CallOutput<"printer.find">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function listPrinters(_app: App, _input: ParsedInput<"printer.list">): Promise<CallOutput<"printer.list">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function removePrinter(_app: App, _input: ParsedInput<"printer.remove">): Promise<CallOutput<"printer.remove">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function savePrinter(_app: App, _input: ParsedInput<"printer.save">): Promise<CallOutput<"printer.save">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
