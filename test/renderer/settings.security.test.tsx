import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Role } from "../../main/contract/shapes/operator";
import type { VaultState } from "../../main/contract/shapes/vault";
import { SecuritySection } from "../../renderer/screens/settings/security-section";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildDescription, buildVault } from "./records";
import { show } from "./show";

const recoveryCode = "A1B2-C3D4-E5F6-G7H8-J9K0-L1M2-N3P4";

afterEach(cleanup);

interface Given {
  readonly vault?: Partial<VaultState>;
  readonly role?: Role;
  readonly answers?: FakeAnswers;
}

function showSecurity({ vault = {}, role = "administrator", answers = {} }: Given = {}) {
  const bridge = installFakeBridge({
    "site-settings.get": () => done({ lockAfterMinutes: 10 }),
    "site-settings.set": ({ lockAfterMinutes = null }) => done({ lockAfterMinutes }),
    "vault.protect": () => done(buildVault({ protection: "passphrase" })),
    "vault.make-recovery-code": () => done({ recoveryCode }),
    "vault.rekey": () => done({ recoveryCode, resealed: 12, unreadable: 1 }),
    ...answers,
  });
  useConsole.setState({ description: buildDescription({ role, vault: buildVault(vault) }) });
  show(<SecuritySection />);
  return bridge;
}

function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label, { selector: "input" }), { target: { value: text } });
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

describe("the stored passwords", () => {
  test("say what keeps their key", () => {
    showSecurity();
    expect(screen.getByText("Kept by the keychain of the desktop")).toBeTruthy();
    expect(screen.getByText("GNOME Keyring")).toBeTruthy();
  });

  test("are kept by a passphrase from now on when it was typed twice alike", async () => {
    const bridge = showSecurity();
    press("Change the protection");
    fireEvent.click(await screen.findByRole("radio", { name: /passphrase/ }));
    type("Passphrase of the site", "bridle-mosaic-teapot");
    type("The same again", "bridle-mosaic-teapots");
    fireEvent.submit(screen.getByLabelText("The same again", { selector: "input" }));
    expect(await screen.findByText("The two are not the same.")).toBeTruthy();
    expect(bridge.inputsOf("vault.protect")).toEqual([]);
    type("The same again", "bridle-mosaic-teapot");
    fireEvent.submit(screen.getByLabelText("The same again", { selector: "input" }));
    await waitFor(() => {
      expect(bridge.inputsOf("vault.protect")).toEqual([{ vaultPassphrase: "bridle-mosaic-teapot" }]);
    });
  });

  test("a new recovery code is made after it was said what it does, and shown once", async () => {
    const bridge = showSecurity();
    press("New recovery code");
    expect(bridge.inputsOf("vault.make-recovery-code")).toEqual([]);
    fireEvent.click(await screen.findByRole("button", { name: "Make the code" }));
    expect(await screen.findByText("A1B2")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  });

  test("a new key tells how many were sealed, what was left, and its recovery code", async () => {
    const bridge = showSecurity();
    press("New key");
    fireEvent.click(await screen.findByRole("button", { name: "Make the new key" }));
    expect(await screen.findByText("12 stored passwords are sealed with the new key")).toBeTruthy();
    expect(screen.getByText(/1 could not be read/)).toBeTruthy();
    expect(screen.getByText("N3P4")).toBeTruthy();
    expect(bridge.inputsOf("vault.rekey")).toEqual([{ vaultPassphrase: null }]);
  });

  test("cannot be changed while they are closed, which is said", () => {
    showSecurity({ vault: { isOpen: false, reason: "They need the passphrase of the site." } });
    expect(screen.getByText(/They need the passphrase of the site/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "New key" })).toHaveProperty("disabled", true);
  });

  test("are only described to a technician", () => {
    showSecurity({ role: "technician" });
    expect(screen.getByText("Kept by the keychain of the desktop")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "New key" })).toBeNull();
    expect(screen.getByText("Only an administrator changes this.")).toBeTruthy();
  });
});

describe("the lock", () => {
  test("is set in minutes for the whole site", async () => {
    const bridge = showSecurity();
    fireEvent.change(await screen.findByLabelText(/^After minutes/), { target: { value: "3" } });
    press("Save");
    await waitFor(() => {
      expect(bridge.inputsOf("site-settings.set")).toEqual([{ lockAfterMinutes: 3 }]);
    });
  });

  test("tells by its field what is wrong with the minutes", async () => {
    const message = "At most 480";
    showSecurity({
      answers: {
        "site-settings.set": () =>
          failed({ kind: "invalid-input", message, issues: [{ path: "lockAfterMinutes", message }] }),
      },
    });
    fireEvent.change(await screen.findByLabelText(/^After minutes/), { target: { value: "999" } });
    press("Save");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText(/^After minutes/)).toHaveProperty("value", "999");
  });

  test("can be switched off", async () => {
    const bridge = showSecurity();
    fireEvent.click(await screen.findByRole("switch", { name: "Lock when nobody uses the console" }));
    press("Save");
    await waitFor(() => {
      expect(bridge.inputsOf("site-settings.set")).toEqual([{ lockAfterMinutes: null }]);
    });
  });

  test("is only told to an auditor", async () => {
    showSecurity({ role: "auditor" });
    expect(await screen.findByText("The console locks after 10 minutes without a key or pointer.")).toBeTruthy();
  });
});
