import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { ConsoleEvent } from "../../main/contract/events";
import type { Fault, Result } from "../../main/contract/faults";
import type { Role } from "../../main/contract/shapes/operator";
import { useConsole } from "../../renderer/stores/console-store";
import { buildDescription } from "./records";

export type FakeAnswers = {
  [Name in CallName]?: (input: CallInput<Name>) => Result<CallOutput<Name>> | Promise<Result<CallOutput<Name>>>;
};

export interface FakeBridge {
  /** Every call so far, in order. */
  readonly asked: readonly { readonly name: CallName; readonly input: unknown }[];
  inputsOf(name: CallName): readonly unknown[];
  emit(event: ConsoleEvent): void;
}

const firstState = useConsole.getInitialState();

/** Stands in for the program behind `window.rackside`, with an empty store where Olga is signed in. A call without an answer is a fault. */
export function installFakeBridge(answers: FakeAnswers, role: Role = "administrator"): FakeBridge {
  const description = buildDescription({ role });
  useConsole.setState({ ...firstState, description }, true);
  // Records are added in place, also to those of the first state.
  useConsole.getState().forgetEverything();
  const asked: { name: CallName; input: unknown }[] = [];
  const listeners = new Set<(event: ConsoleEvent) => void>();
  const call = async (name: CallName, input: unknown): Promise<string> => {
    asked.push({ name, input });
    // The table pairs each name with an answer for its own input.
    const answer = { "console.describe": () => done(description), ...answers }[name] as
      ((given: unknown) => Result<unknown> | Promise<Result<unknown>>) | undefined;
    return JSON.stringify(
      answer ? await answer(input) : failed({ kind: "internal", message: "No answer", reference: name }),
    );
  };
  const subscribe = (listener: (event: ConsoleEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.defineProperty(window, "rackside", { configurable: true, value: { call, subscribe } });
  return {
    asked,
    inputsOf: (name) => asked.filter((one) => one.name === name).map((one) => one.input),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

export function done<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(fault: Fault): Result<never> {
  return { ok: false, fault };
}
