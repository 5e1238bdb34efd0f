import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Tariff } from "../../main/contract/shapes/tariff";
import { TariffsScreen } from "../../renderer/screens/tariffs/tariffs-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const saved: Tariff = {
  id: "tariff-1",
  revision: 4,
  productType: "colocation",
  name: "Colo 1U",
  currency: "EUR",
  moduleIds: ["module-1"],
  periods: [{ months: 1, priceMinor: 5900, setUpMinor: 0 }],
  resources: [{ name: "ip", measure: "pcs", included: 1, maximum: 16, step: 1, stepPriceMinor: 300, isActive: true }],
  isActive: true,
};

function openEditor() {
  const bridge = installFakeBridge({
    "tariff.list": () => done([saved]),
    "module.list": () => done([]),
    "tariff.save": (input) => done({ ...saved, ...input, revision: 5 }),
    "preference.set": () => failed({ kind: "internal", message: "", reference: "" }),
  });
  useConsole.getState().open("tariffs", saved.id);
  show(<TariffsScreen />);
  return bridge;
}

const enter = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
};

describe("the tariff editor", () => {
  test("refuses three decimals in a two-decimal currency by the field and saves nothing", async () => {
    const bridge = openEditor();
    await enter("Price, period of 1 months", "59.005");
    fireEvent.click(screen.getByRole("button", { name: "Save tariff" }));

    expect(screen.getByText("EUR has only 2 decimals")).toBeTruthy();
    expect(bridge.inputsOf("tariff.save")).toEqual([]);
  });

  test("points out an included amount above the maximum while it is typed", async () => {
    openEditor();
    await enter("Included, Public IPv4 addresses", "17");

    expect(screen.getByText("Above the maximum of 16")).toBeTruthy();
  });

  test("saves money in minor units on the revision that was edited", async () => {
    const bridge = openEditor();
    await enter("Price, period of 1 months", "61,50");
    fireEvent.click(screen.getByRole("button", { name: "Save tariff" }));

    await waitFor(() => {
      expect(bridge.inputsOf("tariff.save")).toMatchObject([
        { id: "tariff-1", revision: 4, periods: [{ months: 1, priceMinor: 6150, setUpMinor: 0 }] },
      ]);
    });
  });

  test("keeps the entries when somebody else saves the tariff, and says so", async () => {
    openEditor();
    await enter("Price, period of 1 months", "61.50");
    useConsole.getState().absorbAnswer({ ...saved, revision: 9, name: "Colo 1U new" });

    expect(await screen.findByText("This tariff was changed by somebody else")).toBeTruthy();
    expect((await screen.findByLabelText<HTMLInputElement>("Price, period of 1 months")).value).toBe("61.50");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save tariff" }).disabled).toBe(true);
  });

  test("adds the missing add-ons at once when they are asked for", async () => {
    openEditor();
    fireEvent.click(await screen.findByRole("switch", { name: /Create all add-ons/ }));

    expect(screen.getByLabelText("Included, Bandwidth")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Maximum, Public IPv4 addresses").value).toBe("16");
  });
});
