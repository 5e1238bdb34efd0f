import type { CallInput, CallOutput } from "../../../main/contract/calls";
import type { Result } from "../../../main/contract/faults";
import type { Dialect, ModuleType } from "../../../main/contract/shapes/module";
import type { ProductType } from "../../../main/contract/shapes/tariff";
import type { DraftFormat } from "../../hooks/use-drafted-form";
import { connectionTrouble, type ConnectionTrouble } from "./connection-fault";

export type ConnectionReport = CallOutput<"module.try">;
export type Connection = CallInput<"module.try">;

export type WizardStep = "product" | "type" | "integration" | "parameters";

/** Everything a person enters in the wizard. It outlives every step back and every failed try. */
export interface WizardDraft {
  readonly productType: ProductType;
  readonly type: ModuleType;
  /** Only for DSmanager. */
  readonly dialect: Dialect;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly trustedFingerprint: string | null;
  readonly routeOverrides: Readonly<Record<string, string>>;
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
  | { readonly kind: "try-answered"; readonly asked: Connection; readonly result: Result<ConnectionReport> };

export const firstWizardState: WizardState = {
  step: "product",
  draft: {
    productType: "colocation",
    type: "dcimanager6-colocation",
    dialect: "dsmanager",
    url: "",
    username: "",
    password: "",
    trustedFingerprint: null,
    routeOverrides: {},
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
  read: (body) => {
    // An earlier release wrote fewer fields.
    const draft = { ...firstWizardState.draft, ...(JSON.parse(body) as Partial<WizardDraft>) };
    return { ...firstWizardState, step: draft.type === "manual" ? "parameters" : "integration", draft };
  },
};

/** The types of module that can process a product. */
export function moduleTypesFor(productType: ProductType): readonly ModuleType[] {
  return productType === "colocation" ? ["dcimanager6-colocation", "dsmanager", "manual"] : ["dsmanager", "manual"];
}

/** The steps in their order; without a panel there is nothing to integrate. */
export function wizardSteps({ type }: Pick<WizardDraft, "type">): readonly WizardStep[] {
  return type === "manual" ? ["product", "type", "parameters"] : ["product", "type", "integration", "parameters"];
}

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
      if (!isSame(event.asked, connectionOf(state.draft))) return state;
      return { ...state, trial: trialFrom(event.result) };
  }
}

/** The last step needs a panel that answered, where there is one; all others can be gone to at any time. */
export function canGoTo({ draft, trial }: WizardState, step: WizardStep): boolean {
  if (step === "parameters") return draft.type === "manual" || trial.kind === "passed";
  return wizardSteps(draft).includes(step);
}

/** What `module.try` and `module.add` are asked with; null for a module without panel. */
export function connectionOf(draft: WizardDraft): Connection | null {
  const { type, url, username, password, trustedFingerprint, routeOverrides } = draft;
  if (type === "manual") return null;
  const dialect = type === "dsmanager" ? draft.dialect : null;
  return { type, dialect, url: url.trim(), username: username.trim(), password, trustedFingerprint, routeOverrides };
}

function entered(state: WizardState, values: Partial<WizardDraft>): WizardState {
  const before = state.draft;
  const typed = { ...before, ...values };
  const types = moduleTypesFor(typed.productType);
  const type = types.includes(typed.type) ? typed.type : (types[0] ?? "manual");
  const isOtherPanel = typed.url.trim() !== before.url.trim();
  const isOtherKind = type !== before.type || typed.dialect !== before.dialect;
  const draft = {
    ...typed,
    type,
    // A fingerprint was compared for one address, names were found on one panel: another one is asked anew.
    ...(isOtherPanel ? { trustedFingerprint: values.trustedFingerprint ?? null } : {}),
    ...(isOtherPanel || isOtherKind ? { routeOverrides: values.routeOverrides ?? {} } : {}),
  };
  return { ...state, draft, trial: isSame(connectionOf(draft), connectionOf(before)) ? state.trial : { kind: "none" } };
}

function trialFrom(result: Result<ConnectionReport>): ConnectionTrial {
  if (result.ok) return { kind: "passed", report: result.value };
  return { kind: "failed", trouble: connectionTrouble(result.fault) };
}

function isSame(left: Connection | null, right: Connection | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
