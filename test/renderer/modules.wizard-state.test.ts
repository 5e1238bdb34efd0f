import { describe, expect, it } from "vitest";
import type { Fault } from "../../main/contract/faults";
import { connectionTrouble } from "../../renderer/screens/modules/connection-fault";
import { fingerprintGroups } from "../../renderer/screens/modules/fingerprint";
import { withoutOverride, withSuggestions } from "../../renderer/screens/modules/route-overrides";
import {
  connectionOf,
  firstWizardState,
  nextWizardState,
  wizardFormat,
  wizardSteps,
  type Connection,
  type WizardEvent,
  type WizardState,
} from "../../renderer/screens/modules/wizard-state";

const certificate = {
  fingerprint: Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, "0").toUpperCase()).join(":"),
  subject: "CN=dci.example.net",
  issuer: "CN=dci.example.net",
  validFrom: 0,
  validTo: 1,
};
const report = { signedInAs: "dc@example.net", serverCount: 3, locations: [], presets: [], certificate, routes: null };
const entered: WizardEvent = {
  kind: "entered",
  values: { url: "https://dci.example.net", username: "dc@example.net", password: "secret" },
};

const after = (...events: readonly WizardEvent[]): WizardState => events.reduce(nextWizardState, firstWizardState);
const asked = (state: WizardState): Connection => connectionOf(state.draft) ?? { url: "", username: "", password: "" };
const answer = (state: WizardState, fault?: Fault): WizardEvent => ({
  kind: "try-answered",
  asked: asked(state),
  result: fault ? { ok: false, fault } : { ok: true, value: report },
});

describe("the module wizard", () => {
  it("keeps everything entered when a try fails", () => {
    const before = after({ kind: "went-to", step: "integration" }, entered, { kind: "try-started" });
    const failed = nextWizardState(
      before,
      answer(before, { kind: "needs-sign-in", message: "The panel did not take the password.", system: "dci" }),
    );
    expect(failed.draft).toEqual(before.draft);
    expect(failed.trial).toEqual({
      kind: "failed",
      trouble: { kind: "fields", messages: { password: "The panel did not take the password." } },
    });
  });

  it("keeps everything entered, and the panel's answer, when going back", () => {
    const before = after(entered);
    const passed = nextWizardState(before, answer(before));
    const back = [passed]
      .map((state) => nextWizardState(state, { kind: "went-to", step: "parameters" }))
      .map((state) => nextWizardState(state, { kind: "went-to", step: "product" }));
    expect(back[0]).toEqual({ ...passed, step: "product" });
  });

  it("does not go to the parameters before the panel has answered", () => {
    expect(after(entered, { kind: "went-to", step: "parameters" }).step).toBe("product");
  });

  it("ignores an answer about a connection that has been changed since", () => {
    const before = after(entered, { kind: "try-started" });
    const changed = nextWizardState(before, { kind: "entered", values: { password: "other" } });
    expect(nextWizardState(changed, answer(before))).toEqual(changed);
    expect(changed.trial).toEqual({ kind: "none" });
  });

  it("forgets a trusted certificate when the address changes, not when the password does", () => {
    const trusted = after(entered, { kind: "entered", values: { trustedFingerprint: certificate.fingerprint } });
    const otherPassword = nextWizardState(trusted, { kind: "entered", values: { password: "other" } });
    const otherUrl = nextWizardState(trusted, { kind: "entered", values: { url: "https://other.example.net" } });
    expect(otherPassword.draft.trustedFingerprint).toBe(certificate.fingerprint);
    expect(otherUrl.draft.trustedFingerprint).toBeNull();
  });
});

describe("the wizard for other types of module", () => {
  const dedicated: WizardEvent = { kind: "entered", values: { productType: "dedicated" } };
  const manual: WizardEvent = { kind: "entered", values: { type: "manual" } };

  it("takes DSmanager for dedicated servers, which DCImanager 6 colocation does not sell", () => {
    expect(after(dedicated).draft.type).toBe("dsmanager");
  });

  it("names the dialect for DSmanager and for nothing else", () => {
    expect(connectionOf(after(entered).draft)).toMatchObject({ type: "dcimanager6-colocation", dialect: null });
    expect(connectionOf(after(dedicated, entered).draft)).toMatchObject({ type: "dsmanager", dialect: "dsmanager" });
  });

  it("has nothing to integrate for manual set-up and goes straight to the parameters", () => {
    const state = after(manual, { kind: "went-to", step: "parameters" });
    expect(wizardSteps(state.draft)).toEqual(["product", "type", "parameters"]);
    expect(state.step).toBe("parameters");
    expect(connectionOf(state.draft)).toBeNull();
  });

  it("forgets names that were found on one panel when another is entered", () => {
    const overridden = after(dedicated, entered, {
      kind: "entered",
      values: { routeOverrides: { "os-images": "osimage" } },
    });
    const same = nextWizardState(overridden, { kind: "entered", values: { password: "other" } });
    const other = nextWizardState(overridden, { kind: "entered", values: { url: "https://other.example.net" } });
    expect(same.draft.routeOverrides).toEqual({ "os-images": "osimage" });
    expect(other.draft.routeOverrides).toEqual({});
  });

  it("restores a draft of an earlier release and never keeps the password", () => {
    const before = JSON.parse(wizardFormat.write(after(entered))) as Record<string, unknown>;
    expect(before["password"]).toBe("");
    const earlier = { ...before, dialect: undefined, routeOverrides: undefined };
    const { step, draft } = wizardFormat.read(JSON.stringify(earlier));
    expect([step, draft.url, draft.dialect, draft.routeOverrides]).toEqual([
      "integration",
      "https://dci.example.net",
      "dsmanager",
      {},
    ]);
  });
});

describe("overrides of routes", () => {
  const route = { name: "os-images", wire: "osmgr", state: "missing", isOverridden: false, remark: "" } as const;

  it("take over every name that answered and keep the others", () => {
    const routes = [
      { ...route, suggestion: "osimage" },
      { ...route, name: "racks", suggestion: "" },
    ];
    expect(withSuggestions({ users: "user" }, routes)).toEqual({ users: "user", "os-images": "osimage" });
  });

  it("can be taken back one by one", () => {
    expect(withoutOverride({ users: "user", racks: "rack" }, "racks")).toEqual({ users: "user" });
  });
});

describe("trouble with a connection", () => {
  it("stands by the field it is about, with or without the nesting of module.add", () => {
    const fault = (path: string): Fault => ({
      kind: "invalid-input",
      message: "Some fields are not right.",
      issues: [{ path, message: "Enter an address" }],
    });
    const expected = { kind: "fields", messages: { url: "Enter an address" } };
    expect(connectionTrouble(fault("url"))).toEqual(expected);
    expect(connectionTrouble(fault("connection.url"))).toEqual(expected);
  });

  it("asks about a certificate that nobody has compared yet", () => {
    const fault: Fault = {
      kind: "untrusted-certificate",
      message: "Not known",
      system: "dci",
      certificate,
      isChanged: false,
    };
    expect(connectionTrouble(fault)).toEqual({ kind: "certificate", certificate, isChanged: false });
  });
});

describe("a fingerprint", () => {
  it("is read out in eight groups of four pairs, nothing lost", () => {
    const groups = fingerprintGroups(certificate.fingerprint);
    expect(groups).toHaveLength(8);
    expect(groups[0]).toBe("00 01 02 03");
    expect(groups.join(" ").replaceAll(" ", ":")).toBe(certificate.fingerprint);
  });
});
