import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Token } from "../../main/contract/shapes/operator";
import { endOfDay } from "../../renderer/screens/settings/end-of-day";
import { ScriptsSection } from "../../renderer/screens/settings/scripts-section";
import { callsFor, matchingCalls } from "../../renderer/screens/settings/token-calls";
import { done, installFakeBridge } from "./fake-bridge";
import { buildOperator } from "./records";
import { show } from "./show";

const token: Token = {
  id: "token-1",
  name: "Night backup",
  operator: "Olga",
  calls: ["backup.make", "backup.list"],
  createdAt: Date.UTC(2026, 0, 15),
  expiresAt: null,
  lastUsedAt: null,
};
const text = "rackside_0123456789abcdef";

afterEach(cleanup);

function showScripts(tokens: readonly Token[] = [token]) {
  const bridge = installFakeBridge({
    "token.list": () => done([...tokens]),
    "token.add": () => done({ token, text }),
    "token.remove": () => done({}),
    "operator.list": () => done([buildOperator({ name: "Pauls", id: "operator-pauls", role: "auditor" })]),
  });
  show(<ScriptsSection />);
  return bridge;
}

describe("tokens of scripts", () => {
  test("tell whose they are, for which calls and how long", async () => {
    showScripts();
    const row = (await screen.findByText("Night backup")).closest("tr");
    expect(row?.textContent).toContain("2 callsbackup.make, backup.list");
    expect(row?.textContent).toContain("Until it is removed");
  });

  test("are made for calls that their operator may make, and their text is shown once", async () => {
    const bridge = showScripts([]);
    fireEvent.click(await screen.findByRole("button", { name: "New token" }));
    fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: "Journal to archive" } });
    fireEvent.click(screen.getByRole("combobox", { name: /Operator/ }));
    fireEvent.click(await screen.findByRole("option", { name: "Pauls, Auditor" }));
    expect(screen.queryByRole("checkbox", { name: /^task\.accept/ })).toBeNull();
    fireEvent.click(screen.getByRole("checkbox", { name: /^journal\.export/ }));
    fireEvent.click(screen.getByRole("button", { name: "Make the token" }));
    expect(await screen.findByText(text)).toBeTruthy();
    expect(bridge.inputsOf("token.add")).toEqual([
      { name: "Journal to archive", operatorId: "operator-pauls", calls: ["journal.export"], expiresAt: null },
    ]);
    fireEvent.click(screen.getByRole("button", { name: "I have kept it" }));
    await waitFor(() => {
      expect(document.body.textContent).not.toContain(text);
    });
  });

  test("are removed after a question, because they cannot be made again", async () => {
    const bridge = showScripts();
    fireEvent.click(await screen.findByRole("button", { name: "Remove Night backup" }));
    fireEvent.click(await screen.findByRole("button", { name: "Remove the token" }));
    await waitFor(() => {
      expect(bridge.inputsOf("token.remove")).toEqual([{ id: "token-1" }]);
    });
  });
});

describe("the calls that a token may name", () => {
  test("follow the role of its operator and leave out what anyone may call", () => {
    const names = (role: "technician" | "auditor") => callsFor(role).map(({ name }) => name);
    expect(names("technician")).toContain("task.accept");
    expect(names("auditor")).not.toContain("task.accept");
    expect(names("auditor")).not.toContain("console.describe");
  });

  test("are found by words of the name or of the summary", () => {
    const found = matchingCalls(callsFor("administrator"), "backup restore").map(({ name }) => name);
    expect(found).toEqual(["backup.restore"]);
  });

  test("a last day counts to its end where the workstation stands", () => {
    expect(endOfDay("2026-12-31")).toBe(new Date(2026, 11, 31, 23, 59, 59, 999).getTime());
    expect(endOfDay("")).toBeNull();
  });
});
