import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function placeScanned(_app: App, _input: ParsedInput<"scan.place">): Promise<CallOutput<"scan.place">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function readScan(_app: App, _input: ParsedInput<"scan.read">): Promise<CallOutput<"scan.read">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
