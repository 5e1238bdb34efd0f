import type { CallInput, CallName, CallOutput } from "../contract/calls";

/** Makes a call that has to succeed. */
export type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
