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

  test("offers the names that answered on a DSmanager and tries again with them", async () => {
    const missing = {
      name: "os-images",
      wire: "osmgr",
      state: "missing",
      isOverridden: false,
      suggestion: "osimage",
      remark: "",
    } as const;
    const answered = { wire: "osimage", state: "found", isOverridden: true, suggestion: "" } as const;
    const bridge = installFakeBridge({
      "module.try": ({ routeOverrides }) =>
        done({
          ...report,
          routes: routeOverrides?.["os-images"] === "osimage" ? [{ ...missing, ...answered }] : [missing],
        }),
    });
    show(<ModuleWizard />);
    fireEvent.click(screen.getByLabelText("Dedicated server"));
    press("Next");
    expect(screen.queryByLabelText("DCImanager 6")).toBeNull();
    press("Next");
    expect(screen.getByText(/this one is for dedicated servers.*add a second module/u)).toBeTruthy();
    type("Panel address", "https://ds.example.net");
    type("Username", "admin");
    type("Password", "secret");
    press("Try connection");
    fireEvent.click(await screen.findByRole("button", { name: "Use the names that answered" }));

    expect(await screen.findByText(/1 function was asked and answered/)).toBeTruthy();
    expect(bridge.inputsOf("module.try")).toMatchObject([
      { type: "dsmanager", dialect: "dsmanager", routeOverrides: {} },
      { routeOverrides: { "os-images": "osimage" } },
    ]);
  });

  test("adds a module without panel in three steps", async () => {
    const bridge = installFakeBridge({
      "data-centre.list": () => done([{ id: "dc", revision: 1, name: "Riga" }]),
      "department.list": () => done([{ id: "floor", revision: 1, name: "Floor", members: [] }]),
    });
    show(<ModuleWizard />);
    press("Next");
    fireEvent.click(screen.getByLabelText("Manual setup"));
    press("Next");
    type("Name", "By hand");
    fireEvent.click(await screen.findByRole("combobox", { name: /Data centre/ }));
    fireEvent.click(await screen.findByText("Riga"));
    fireEvent.click(screen.getByRole("combobox", { name: /Department/ }));
    fireEvent.click(await screen.findByText("Floor"));
    press("Add module");

    await waitFor(() => {
      expect(bridge.inputsOf("module.add")).toMatchObject([{ type: "manual", connection: null, dataCentreId: "dc" }]);
    });
    expect(bridge.inputsOf("module.try")).toEqual([]);
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
