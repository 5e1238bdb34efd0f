import type { CallInput, CallOutput } from "../../../main/contract/calls";
import type { Result } from "../../../main/contract/faults";
import type { ModuleType } from "../../../main/contract/shapes/module";
import type { DraftFormat } from "../../hooks/use-drafted-form";
import { connectionTrouble, type ConnectionTrouble } from "./connection-fault";

export type ConnectionReport = CallOutput<"module.try">;

export const wizardSteps = ["product", "type", "integration", "parameters"] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** Everything a person enters in the wizard. It outlives every step back and every failed try. */
export interface WizardDraft {
  readonly productType: "colocation";
  readonly type: ModuleType;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly trustedFingerprint: string | null;
  readonly dataCentreId: string | null;
  readonly locationId: number | null;
  readonly name: string;
  readonly departmentId: string | null;
  readonly sort: number | string;
}

export type ConnectionTrial =
  | { readonly kind: "none" }
  | { readonly kind: "running" }
  | { readonly kind: "passed"; readonly report: ConnectionReport }
  | { readonly kind: "failed"; readonly trouble: ConnectionTrouble };

export interface WizardState {
  readonly step: WizardStep;
  readonly draft: WizardDraft;
  readonly trial: ConnectionTrial;
}

export type WizardEvent =
  | { readonly kind: "entered"; readonly values: Partial<WizardDraft> }
  | { readonly kind: "went-to"; readonly step: WizardStep }
  | { readonly kind: "try-started" }
  | {
      readonly kind: "try-answered";
      readonly asked: CallInput<"module.try">;
      readonly result: Result<ConnectionReport>;
    };

export const firstWizardState: WizardState = {
  step: "product",
  draft: {
    productType: "colocation",
    type: "dcimanager6-colocation",
    url: "",
    username: "",
    password: "",
    trustedFingerprint: null,
    dataCentreId: null,
    locationId: null,
    name: "",
    departmentId: null,
    sort: 10,
  },
  trial: { kind: "none" },
};

/** Kept without the password; so a restored wizard goes on where it is asked for, and the panel is tried anew. */
export const wizardFormat: DraftFormat<WizardState> = {
  write: ({ draft }) => JSON.stringify({ ...draft, password: "" }),
  read: (body) => ({ ...firstWizardState, step: "integration", draft: JSON.parse(body) as WizardDraft }),
};

export function nextWizardState(state: WizardState, event: WizardEvent): WizardState {
  switch (event.kind) {
    case "entered":
      return entered(state, event.values);
    case "went-to":
      return canGoTo(state, event.step) ? { ...state, step: event.step } : state;
    case "try-started":
      return { ...state, trial: { kind: "running" } };
    case "try-answered":
      // The fields may have changed while the panel was being asked; its answer is about the old ones.
      if (!isSameConnection(event.asked, connectionOf(state.draft))) return state;
      return { ...state, trial: trialFrom(event.result) };
  }
}

/** The last step needs a panel that answered; all others can be gone to at any time. */
export function canGoTo(state: WizardState, step: WizardStep): boolean {
  return step !== "parameters" || state.trial.kind === "passed";
}

/** What `module.try` and `module.add` are asked with. */
export function connectionOf(draft: WizardDraft): CallInput<"module.try"> {
  const { url, username, password, trustedFingerprint } = draft;
  return { url: url.trim(), username: username.trim(), password, trustedFingerprint };
}

function entered(state: WizardState, values: Partial<WizardDraft>): WizardState {
  const draft = { ...state.draft, ...values };
  // A fingerprint was compared for one address; another address has to be compared anew.
  const isOtherPanel = draft.url.trim() !== state.draft.url.trim();
  const kept = isOtherPanel ? { ...draft, trustedFingerprint: values.trustedFingerprint ?? null } : draft;
  const isSame = isSameConnection(connectionOf(kept), connectionOf(state.draft));
  return { ...state, draft: kept, trial: isSame ? state.trial : { kind: "none" } };
}

function trialFrom(result: Result<ConnectionReport>): ConnectionTrial {
  if (result.ok) return { kind: "passed", report: result.value };
  return { kind: "failed", trouble: connectionTrouble(result.fault) };
}

function isSameConnection(left: CallInput<"module.try">, right: CallInput<"module.try">): boolean {
  return (
    left.url === right.url &&
    left.username === right.username &&
    left.password === right.password &&
    left.trustedFingerprint === right.trustedFingerprint
  );
}
