import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function addStock(_app: App, _input: ParsedInput<"label-stock.add">): Promise<CallOutput<"label-stock.add">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function listStocks(
  _app: App,
  _input: ParsedInput<"label-stock.list">,
): Promise<CallOutput<"label-stock.list">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function removeStock(
  _app: App,
  _input: ParsedInput<"label-stock.remove">,
): Promise<CallOutput<"label-stock.remove">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}

export function saveStock(_app: App, _input: ParsedInput<"label-stock.save">): Promise<CallOutput<"label-stock.save">> {
  return Promise.reject(notAllowed("not-there-yet", "This is being built"));
}
