import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Role } from "../../main/contract/shapes/operator";
import { VaultNoticeBar } from "../../renderer/frame/vault-notice-bar";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildDescription, buildVault } from "./records";
import { show } from "./show";

afterEach(cleanup);

const closed = buildVault({ protection: "passphrase", backend: "", isOpen: false, reason: "Enter the passphrase." });

async function showBar(answers: FakeAnswers = {}, role: Role = "administrator", vault = closed) {
  const program = { description: buildDescription({ vault, role }) };
  const bridge = installFakeBridge({ "console.describe": () => done(program.description), ...answers }, role);
  await useConsole.getState().loadSession();
  show(<VaultNoticeBar />);
  const open = () => {
    program.description = buildDescription({ role });
    return done(program.description.vault);
  };
  return { bridge, open };
}

const openDialog = async () => {
  fireEvent.click(screen.getByRole("button", { name: "Open them" }));
  await screen.findByRole("dialog");
};
const send = (label: string, text: string) => {
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value: text } });
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
};

describe("closed passwords", () => {
  test("are told with the reason, and open ones are not told", async () => {
    await showBar();
    expect(screen.getByRole("complementary", { name: "Stored passwords are closed." }).textContent).toContain(
      "Enter the passphrase.",
    );
    cleanup();
    await showBar({}, "administrator", buildVault());
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  test("are opened by the passphrase; a wrong one says so in its place", async () => {
    let isRight = false;
    const { bridge, open } = await showBar({
      "vault.unlock": () => (isRight ? open() : failed({ kind: "wrong-secret", message: "Wrong", blockedUntil: null })),
    });
    await openDialog();
    const passphrase = screen.getByLabelText("Passphrase of the site", { selector: "input[type=password]" });
    fireEvent.change(passphrase, { target: { value: "not this one" } });
    fireEvent.click(screen.getByRole("button", { name: "Open" }));
    expect(await screen.findByText("This passphrase does not open them.")).toBeDefined();
    isRight = true;
    fireEvent.change(passphrase, { target: { value: "the passwords of this site" } });
    fireEvent.click(screen.getByRole("button", { name: "Open" }));
    await waitFor(() => {
      expect(screen.queryByRole("complementary")).toBeNull();
    });
    expect(bridge.inputsOf("vault.unlock").at(-1)).toEqual({ by: "passphrase", text: "the passwords of this site" });
  });

  test("ask for the recovery code where a keychain had the key, and offer another protection after it", async () => {
    const gone = { ...closed, protection: "os-keychain", availableBackend: "" } as const;
    const { bridge, open } = await showBar(
      { "vault.unlock": () => open(), "vault.protect": () => done(buildVault()) },
      "administrator",
      gone,
    );
    await openDialog();
    send("Recovery code", "8EF3-4QJJ-W55K-WZAP-9YDY-WTCV-A5D8");
    expect(await screen.findByText("The stored passwords are open")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Change the protection" }));
    await waitFor(() => {
      expect(bridge.inputsOf("vault.protect")).toEqual([{ vaultPassphrase: null }]);
    });
  });

  test("name a mistyped recovery code by its field", async () => {
    const mistyped = { path: "text", message: "There is a typing mistake in this code." };
    await showBar(
      { "vault.unlock": () => failed({ kind: "invalid-input", message: "Look again", issues: [mistyped] }) },
      "administrator",
      { ...closed, protection: "os-keychain" },
    );
    await openDialog();
    send("Recovery code", "8EF3-4QJJ");
    expect(await screen.findByText(mistyped.message)).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("can be opened by a technician, who is told that an administrator protects them", async () => {
    const { open } = await showBar({ "vault.unlock": () => open() }, "technician", {
      ...closed,
      protection: "os-keychain",
    });
    await openDialog();
    send("Recovery code", "8EF3-4QJJ-W55K-WZAP-9YDY-WTCV-A5D8");
    expect(await screen.findByText(/An administrator can protect them/)).toBeDefined();
  });
});
