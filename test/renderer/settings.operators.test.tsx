import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Role } from "../../main/contract/shapes/operator";
import { OperatorsSection } from "../../renderer/screens/settings/operators-section";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildOperator } from "./records";
import { show } from "./show";

const olga = buildOperator();
const anna = buildOperator({ id: "operator-anna", name: "Anna", role: "technician", signInKind: "pin" });
const igor = buildOperator({ id: "operator-igor", name: "Igor" });
const pauls = buildOperator({ id: "operator-pauls", name: "Pauls", role: "auditor", isActive: false });

afterEach(cleanup);

async function showOperators(answers: FakeAnswers = {}, role: Role = "administrator") {
  const bridge = installFakeBridge(
    {
      "operator.list": () => done([olga, anna, igor, pauls]),
      "operator.add": ({ name, role: given }) => done(buildOperator({ id: "operator-new", name, role: given })),
      "operator.save": ({ id, role: given, isActive }) =>
        done(buildOperator({ id, revision: 2, role: given, isActive })),
      "operator.set-own-secret": () => done({}),
      ...answers,
    },
    role,
  );
  show(<OperatorsSection />);
  await screen.findByRole("table");
  return bridge;
}

function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`), { selector: "input" }), { target: { value: text } });
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

describe("the operators", () => {
  test("are told with their role, and who is switched off", async () => {
    await showOperators();
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(rows[1]).toContain("Olga (you)Administrator");
    expect(rows[2]).toContain("AnnaTechnicianPIN");
    expect(rows[4]).toContain("Switched off");
  });

  test("are added with a PIN that was typed twice", async () => {
    const bridge = await showOperators();
    press("New operator");
    type("Name", "Boris");
    type("New PIN", "2580");
    type("The same again", "2581");
    press("Add operator");
    expect(await screen.findByText("The two are not the same.")).toBeTruthy();
    type("The same again", "2580");
    press("Add operator");
    await waitFor(() => {
      expect(bridge.inputsOf("operator.add")).toEqual([
        { name: "Boris", role: "technician", secret: { kind: "pin", text: "2580" } },
      ]);
    });
  });

  test("have a passphrase when they are to be administrators", async () => {
    const bridge = await showOperators();
    press("Change Anna");
    fireEvent.click(screen.getByRole("radio", { name: "Administrator" }));
    expect(screen.getByText(/An administrator signs in with a passphrase/)).toBeTruthy();
    type("New passphrase", "bridle-mosaic-teapot");
    type("The same again", "bridle-mosaic-teapot");
    press("Save operator");
    await waitFor(() => {
      expect(bridge.inputsOf("operator.save")).toMatchObject([
        { id: anna.id, role: "administrator", secret: { kind: "passphrase", text: "bridle-mosaic-teapot" } },
      ]);
    });
  });

  test("keep their secret when only the role changes", async () => {
    const bridge = await showOperators();
    press("Change Anna");
    fireEvent.click(screen.getByRole("radio", { name: "Auditor" }));
    press("Save operator");
    await waitFor(() => {
      expect(bridge.inputsOf("operator.save")).toEqual([{ id: anna.id, revision: 1, role: "auditor", isActive: true }]);
    });
  });

  test("are switched off at once, and a refusal is told with the reason", async () => {
    const message = "Igor is the last administrator. Make another one first";
    const bridge = await showOperators({
      "operator.save": () => failed({ kind: "not-allowed", rule: "last-administrator", message }),
    });
    press("Switch off Igor");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(bridge.inputsOf("operator.save")).toMatchObject([{ id: igor.id, isActive: false }]);
    expect(screen.queryByRole("button", { name: "Switch off Olga" })).toBeNull();
  });

  test("a name that is taken is told by its field, and what was typed stays", async () => {
    const message = "Anna is an operator already";
    await showOperators({
      "operator.add": () => failed({ kind: "invalid-input", message, issues: [{ path: "name", message }] }),
    });
    press("New operator");
    type("Name", "anna");
    type("New PIN", "2580");
    type("The same again", "2580");
    press("Add operator");
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText("New PIN", { selector: "input" })).toHaveProperty("value", "2580");
  });

  test("are only read by others, who change what they sign in with themselves", async () => {
    const bridge = await showOperators({}, "technician");
    useConsole.setState(({ description }) => ({ description: description && { ...description, operator: "Anna" } }));
    expect(screen.queryByRole("button", { name: "New operator" })).toBeNull();
    expect(within(screen.getByRole("table")).queryByRole("button")).toBeNull();
    fireEvent.click(await screen.findByRole("button", { name: "Change my PIN" }));
    type("Present PIN", "1234");
    type("New PIN", "2580");
    type("The same again", "2580");
    press("Change");
    await waitFor(() => {
      expect(bridge.inputsOf("operator.set-own-secret")).toEqual([
        { present: "1234", secret: { kind: "pin", text: "2580" } },
      ]);
    });
  });

  test("a wrong present PIN is told by its field", async () => {
    await showOperators({
      "operator.set-own-secret": () =>
        failed({ kind: "wrong-secret", message: "This is not the passphrase", blockedUntil: null }),
    });
    press("Change my passphrase");
    type("Present passphrase", "wrong");
    type("New passphrase", "bridle-mosaic-teapot");
    type("The same again", "bridle-mosaic-teapot");
    press("Change");
    expect(await screen.findByText("This is not the passphrase")).toBeTruthy();
  });
});
