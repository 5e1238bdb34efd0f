import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CallInput, CallOutput } from "../../main/contract/calls";
import type { Fault, Result } from "../../main/contract/faults";
import { ModuleWizard } from "../../renderer/screens/modules/module-wizard";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const certificate = {
  fingerprint: Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(":"),
  subject: "CN=dci.example.net",
  issuer: "CN=dci.example.net",
  validFrom: Date.UTC(2025, 0, 1),
  validTo: Date.UTC(2090, 0, 1),
};
const unknownCertificate: Fault = {
  kind: "untrusted-certificate",
  message: "The certificate is not known",
  system: "dci.example.net",
  certificate,
  isChanged: false,
};
const report = { signedInAs: "dc@example.net", serverCount: 2, locations: [], presets: [], certificate, routes: null };

function openWizard(answer: (input: CallInput<"module.try">) => Result<CallOutput<"module.try">>) {
  const bridge = installFakeBridge({
    "module.try": answer,
    "data-centre.list": () => done([]),
    "department.list": () => done([]),
  });
  show(<ModuleWizard />);
  press("Next");
  press("Next");
  type("Panel address", "https://dci.example.net");
  type("Username", "dc@example.net");
  type("Password", "secret");
  return bridge;
}

const press = (name: string): void => {
  fireEvent.click(screen.getByRole("button", { name }));
};
const field = (label: string): HTMLInputElement => screen.getByLabelText(label, { exact: false, selector: "input" });
const type = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
const expectEntered = (): void => {
  expect(["Panel address", "Username", "Password"].map((label) => field(label).value)).toEqual([
    "https://dci.example.net",
    "dc@example.net",
    "secret",
  ]);
};

describe("the module wizard", () => {
  test("says a refused password by its field and keeps everything entered", async () => {
    openWizard(() => failed({ kind: "needs-sign-in", message: "The panel does not accept it", system: "dci" }));
    press("Try connection");

    await screen.findByText("The panel does not accept it");

    expect(field("Password").getAttribute("aria-invalid")).toBe("true");
    expectEntered();
  });

  test("keeps everything entered when going back and when the screen is left", async () => {
    openWizard(() => done(report));
    press("Next");
    await screen.findByText("Add module");
    press("Back");
    expectEntered();
    press("Back");
    cleanup();

    show(<ModuleWizard />);
    press("Next");

    expectEntered();
    expect(screen.getByText("Signed in as dc@example.net")).toBeTruthy();
  });

  test("asks to compare an unknown certificate and trusts it only after a tick", async () => {
    const bridge = openWizard(({ trustedFingerprint }) =>
      trustedFingerprint === certificate.fingerprint ? done(report) : failed(unknownCertificate),
    );
    press("Try connection");
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("A0 A1 A2 A3")).toBeTruthy();
    expect(dialog.getByText("CN=dci.example.net")).toBeTruthy();
    const trust = dialog.getByRole<HTMLButtonElement>("button", { name: "Trust this certificate" });
    expect(trust.disabled).toBe(true);

    fireEvent.click(dialog.getByLabelText("I have compared the fingerprint"));
    fireEvent.click(trust);

    await screen.findByText("Signed in as dc@example.net");
    expect(bridge.inputsOf("module.try")).toMatchObject([
      { trustedFingerprint: null },
      { trustedFingerprint: certificate.fingerprint, password: "secret" },
    ]);
  });

  test("goes on without trust only through the dialog: a refused certificate stays a question", async () => {
    openWizard(() => failed(unknownCertificate));
    press("Try connection");
    fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Do not trust it" }));

    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    press("Compare the certificate");
    expect(await screen.findByRole("dialog")).toBeTruthy();
    expectEntered();
  });

  test("names what the last step still needs", async () => {
    openWizard(() => done(report));
    press("Next");
    await screen.findByText("Add module");
    press("Add module");

    expect(await screen.findByText("Choose a data centre or add one")).toBeTruthy();
    expect(screen.getByText("Choose a department or add one")).toBeTruthy();
    expect(useConsole.getState().route.screen).toBe("queue");
  });
});
