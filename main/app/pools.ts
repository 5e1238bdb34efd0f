import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function listPools(_app: App, _input: ParsedInput<"pool.list">): Promise<CallOutput<"pool.list">> {
  throw notAllowed("not-built", "pool.list is being built");
}

export function findNextFree(_app: App, _input: ParsedInput<"pool.next-free">): Promise<CallOutput<"pool.next-free">> {
  throw notAllowed("not-built", "pool.next-free is being built");
}
