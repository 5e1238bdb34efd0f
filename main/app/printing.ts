import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function cancelPrint(_app: App, _input: ParsedInput<"print.cancel">): Promise<CallOutput<"print.cancel">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function checkPrint(_app: App, _input: ParsedInput<"print.check">): Promise<CallOutput<"print.check">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function confirmPrint(_app: App, _input: ParsedInput<"print.confirm">): Promise<CallOutput<"print.confirm">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function getPrintJob(_app: App, _input: ParsedInput<"print.get">): Promise<CallOutput<"print.get">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function listPrintJobs(_app: App, _input: ParsedInput<"print.list">): Promise<CallOutput<"print.list">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function readPrintFile(_app: App, _input: ParsedInput<"print.file">): Promise<CallOutput<"print.file">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function retryPrint(_app: App, _input: ParsedInput<"print.retry">): Promise<CallOutput<"print.retry">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function startPrint(_app: App, _input: ParsedInput<"print.start">): Promise<CallOutput<"print.start">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
