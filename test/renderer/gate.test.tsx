import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { ConsoleDescription } from "../../main/contract/shapes/console";
import type { SignInOffer } from "../../main/contract/shapes/operator";
import { Gate } from "../../renderer/screens/gate/gate";
import { holdEscapeWhileHidden } from "../../renderer/screens/gate/hide-desk";
import { prepareOffers } from "../../renderer/screens/gate/use-offers";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildDescription, buildVault } from "./records";
import { show } from "./show";

afterEach(cleanup);

const anna: SignInOffer = { name: "Anna", role: "technician", signInKind: "pin", blockedUntil: null };
const olga: SignInOffer = { name: "Olga", role: "administrator", signInKind: "passphrase", blockedUntil: null };
const nobody = { operator: "", role: null } as const;
const code = "8EF3-4QJJ-W55K-WZAP-9YDY-WTCV-A5D8";

async function showGate(description: Partial<ConsoleDescription>, answers: FakeAnswers = {}) {
  const program = { description: buildDescription(description) };
  const bridge = installFakeBridge({
    "console.describe": () => done(program.description),
    "preference.set": () => failed({ kind: "internal", message: "Not kept", reference: "1" }),
    "operator.offers": () => done([anna, olga]),
    ...answers,
  });
  await useConsole.getState().loadSession();
  onTestFinished(followEvents());
  show(<Gate />);
  return { bridge, program };
}

const field = (label: string | RegExp) => screen.getByLabelText(label);
const press = (name: string | RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
};
const fill = (label: string | RegExp, value: string) => {
  fireEvent.change(field(label), { target: { value } });
};

describe("setting a site up", () => {
  const fresh = { access: "no-operators", ...nobody, moduleCount: 0 } as const;

  async function fillIn() {
    fill("Your name", "Olga");
    fill("Passphrase", "olga keeps this site");
    fill("The same again", "olga keeps this site");
    press("Next");
    await screen.findByText("How are stored passwords protected?");
  }

  test("begins with the choice between practising and a site", async () => {
    const { bridge } = await showGate(fresh, { "profile.open": () => done({}) });
    press("Open the practice site");
    await waitFor(() => {
      expect(bridge.inputsOf("profile.open")).toEqual([{ profile: "practice" }]);
    });
  });

  test("of a profile that is in use already says that nothing is lost, and has no choice before it", async () => {
    await showGate({ ...fresh, moduleCount: 2 });
    expect(screen.getByText(/Nothing is lost: its 2 modules/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
  });

  test("lets the desktop's keychain keep the key where there is one, and names it", async () => {
    const { bridge } = await showGate(
      { ...fresh, vault: buildVault({ protection: "none", availableBackend: "gnome_libsecret" }) },
      { "profile.set-up": () => done({ recoveryCode: code }) },
    );
    press("Set up a site");
    await fillIn();
    expect(screen.getByText(/GNOME Keyring gives the key/)).toBeDefined();
    press("Set up the site");
    await waitFor(() => {
      expect(bridge.inputsOf("profile.set-up")).toEqual([
        { administrator: { name: "Olga", passphrase: "olga keeps this site" }, vaultPassphrase: null },
      ]);
    });
  });

  test("demands a passphrase twice, and keeps what was typed when the program refuses", async () => {
    await showGate(
      { ...fresh, vault: buildVault({ protection: "none", availableBackend: "" }) },
      {
        "profile.set-up": () =>
          failed({ kind: "unavailable", message: "The disk is full", system: "store", retryable: true }),
      },
    );
    press("Set up a site");
    await fillIn();
    fill("Passphrase of the site", "the passwords of this site");
    press("Set up the site");
    expect(screen.getByText("The two are not the same.")).toBeDefined();
    fill("The same again", "the passwords of this site");
    press("Set up the site");
    expect(await screen.findByText("The disk is full")).toBeDefined();
    expect(field("Passphrase of the site")).toHaveProperty("value", "the passwords of this site");
  });

  test("leads back to the name when the program does not take it", async () => {
    await showGate(fresh, {
      "profile.set-up": () =>
        failed({
          kind: "invalid-input",
          message: "Look again",
          issues: [{ path: "administrator.name", message: "This name is taken" }],
        }),
    });
    press("Set up a site");
    await fillIn();
    press("Set up the site");
    expect(await screen.findByText("This name is taken")).toBeDefined();
    expect(field("Your name")).toHaveProperty("value", "Olga");
  });

  test("stands before the desk until one group of the recovery code is given back", async () => {
    const { program } = await showGate(fresh, {
      "profile.set-up": () => {
        program.description = buildDescription({ moduleCount: 0 });
        return done({ recoveryCode: code });
      },
    });
    press("Set up a site");
    await fillIn();
    press("Set up the site");
    expect(await screen.findByText("A5D8")).toBeDefined();
    press("I have kept it");
    const question = screen.getByLabelText(/^Group \d of 7/);
    const [, asked] = /Group (\d)/.exec(screen.getByText(/^Group \d of 7/).textContent) ?? [];
    fireEvent.change(question, { target: { value: code.split("-")[Number(asked) - 1] } });
    press("Done");
    await waitFor(() => {
      expect(document.querySelector(".gate")).toBeNull();
    });
    expect(useConsole.getState().newRecoveryCode).toBeNull();
  });
});

describe("signing in", () => {
  const signedOut = { access: "signed-out", ...nobody } as const;

  test("offers everybody, with their role, and signs in by a PIN from the number pad", async () => {
    const { bridge, program } = await showGate(signedOut, {
      "operator.sign-in": () => {
        program.description = buildDescription({ operator: "Anna", role: "technician" });
        return done({ operator: "Anna", role: "technician" });
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Anna Technician" }));
    for (const digit of ["4", "7", "1", "1"]) fireEvent.click(screen.getByText(digit));
    press("Sign in");
    await waitFor(() => {
      expect(document.querySelector(".gate")).toBeNull();
    });
    expect(bridge.inputsOf("operator.sign-in")).toEqual([{ name: "Anna", secret: "4711" }]);
  });

  test("shows everybody in its first frame where they were asked for ahead, and asks anew the next time", async () => {
    const bridge = installFakeBridge({
      "console.describe": () => done(buildDescription({ access: "signed-out", ...nobody })),
      "operator.offers": () => done([anna, olga]),
    });
    await useConsole.getState().loadSession();
    await prepareOffers();
    show(<Gate />);
    expect(screen.getByRole("button", { name: /Anna/ })).toBeDefined();
    expect(bridge.inputsOf("operator.offers")).toHaveLength(1);
    cleanup();
    show(<Gate />);
    await screen.findByRole("button", { name: /Anna/ });
    expect(bridge.inputsOf("operator.offers")).toHaveLength(2);
  });

  test("begins with whoever worked here last", async () => {
    await showGate(signedOut, {
      "preference.get": () =>
        done({
          theme: "system",
          density: "normal",
          contrast: "system",
          language: "en",
          listWidth: 440,
          lastOperator: "Anna",
          columns: {},
          zoom: 1,
          recentCommands: [],
        }),
    });
    expect(await screen.findByLabelText("PIN")).toBeDefined();
    press("Someone else");
    expect(await screen.findByRole("button", { name: "Olga Administrator" })).toBeDefined();
  });

  describe("after wrong attempts", () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
      return () => vi.useRealTimers();
    });

    test("counts the wait down and takes no attempt before its end", async () => {
      const { bridge } = await showGate(signedOut, {
        "operator.sign-in": () => failed({ kind: "wrong-secret", message: "Wrong", blockedUntil: Date.now() + 75_000 }),
      });
      fireEvent.click(await screen.findByRole("button", { name: /^Anna/ }));
      fill("PIN", "0000");
      press("Sign in");
      expect(await screen.findByText(/has to wait: 1:15/)).toBeDefined();
      expect(screen.getByText("This is not the PIN.")).toBeDefined();
      fill("PIN", "4711");
      expect(screen.getByRole("button", { name: "Sign in" })).toHaveProperty("disabled", true);
      vi.advanceTimersByTime(70_000);
      expect(await screen.findByText(/has to wait: 0:05/)).toBeDefined();
      vi.advanceTimersByTime(5_000);
      await waitFor(() => {
        expect(screen.getByRole("button", { name: "Sign in" })).toHaveProperty("disabled", false);
      });
      expect(bridge.inputsOf("operator.sign-in")).toHaveLength(1);
    });
  });

  test("tells the PIN of the practice site, and nowhere else", async () => {
    await showGate({ ...signedOut, profile: "practice" });
    expect(screen.getByText(/has the PIN 1234/)).toBeDefined();
    cleanup();
    await showGate(signedOut);
    expect(screen.queryByText(/1234/)).toBeNull();
  });
});

describe("a locked console", () => {
  test("says by whom, and lets somebody else take over", async () => {
    await showGate({ access: "locked" });
    expect(screen.getByRole("heading", { name: "Locked by Olga" })).toBeDefined();
    expect(await screen.findByLabelText("Passphrase")).toBeDefined();
    press("Someone else");
    expect(await screen.findByRole("button", { name: "Anna Technician" })).toBeDefined();
    expect(screen.getByText(/What Olga was doing is kept/)).toBeDefined();
  });

  test("puts everything else out of reach, also what opens meanwhile, and gives it back as it was", async () => {
    const dialog = document.createElement("div");
    document.body.append(dialog);
    onTestFinished(() => {
      dialog.remove();
    });
    const { program } = await showGate({ access: "locked" });
    expect(dialog.hasAttribute("inert")).toBe(true);
    const late = document.createElement("div");
    document.body.append(late);
    onTestFinished(() => {
      late.remove();
    });
    await waitFor(() => {
      expect(late.getAttribute("aria-hidden")).toBe("true");
    });

    program.description = buildDescription();
    await useConsole.getState().loadSession();
    await waitFor(() => {
      expect([dialog, late].some((part) => part.hasAttribute("inert") || part.hasAttribute("aria-hidden"))).toBe(false);
    });
  });

  test("keeps Escape from the dialogs behind it, wherever the focus is", async () => {
    onTestFinished(holdEscapeWhileHidden());
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => void heard.push(event.key);
    window.addEventListener("keydown", listen, { capture: true });
    onTestFinished(() => {
      window.removeEventListener("keydown", listen, { capture: true });
    });
    await showGate({ access: "locked" });
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(heard).toEqual([]);
    fireEvent.keyDown(document.body, { key: "1" });
    expect(heard).toEqual(["1"]);
  });
});
