import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function locateServer(_app: App, _input: ParsedInput<"server.locate">): Promise<CallOutput<"server.locate">> {
  throw notAllowed("not-built", "server.locate is being built");
}
