import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";
import { notAllowed } from "./app";

export function reserveUnits(_app: App, _input: ParsedInput<"rack.reserve">): Promise<CallOutput<"rack.reserve">> {
  throw notAllowed("not-built", "rack.reserve is being built");
}

export function releaseUnits(_app: App, _input: ParsedInput<"rack.release">): Promise<CallOutput<"rack.release">> {
  throw notAllowed("not-built", "rack.release is being built");
}

export function planUnits(_app: App, _input: ParsedInput<"rack.plan">): Promise<CallOutput<"rack.plan">> {
  throw notAllowed("not-built", "rack.plan is being built");
}

export function withdrawPlan(
  _app: App,
  _input: ParsedInput<"rack.withdraw-plan">,
): Promise<CallOutput<"rack.withdraw-plan">> {
  throw notAllowed("not-built", "rack.withdraw-plan is being built");
}

export function setRackCapacity(
  _app: App,
  _input: ParsedInput<"rack.set-capacity">,
): Promise<CallOutput<"rack.set-capacity">> {
  throw notAllowed("not-built", "rack.set-capacity is being built");
}
