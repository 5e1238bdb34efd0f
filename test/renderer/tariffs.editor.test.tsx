import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import type { Remark, TariffRow } from "../../main/contract/shapes/tariff";
import { TariffsScreen } from "../../renderer/screens/tariffs/tariffs-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { buildModule, buildTariff } from "./catalogue-records";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

/** What is asked a moment after the last key may take longer on a busy machine. */
const patience = { timeout: 5_000 };
const saved = buildTariff();
const dedicated = buildModule({ id: "module-2", name: "Tallinn-3", type: "dsmanager", productType: "dedicated" });

function openEditor(tariff: TariffRow = saved, remarks: Remark[] = []) {
  const bridge = installFakeBridge({
    "tariff.list": () => done([tariff]),
    "module.list": () => done([buildModule(), dedicated]),
    "module.configuration": () => done(null),
    "enumeration.list": () => done([]),
    "tariff.check": () => done(remarks),
    "tariff.price": () =>
      done({ currency: "EUR", lines: [{ subject: "ip", quantity: 2, amountMinor: 600 }], totalMinor: 6500 }),
    "tariff.versions": () => done([]),
    "tariff.save": (input) => done({ ...tariff, ...input, revision: 5 }),
    "tariff.add": (input) => done({ ...tariff, ...input, id: "tariff-2", revision: 0 } as TariffRow),
    "form-draft.get": () => done(null),
    "form-draft.save": () => failed({ kind: "internal", message: "", reference: "" }),
  });
  useConsole.getState().open("tariffs", tariff.id);
  show(<TariffsScreen />);
  return bridge;
}

const enter = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
};
const openOption = async (name: RegExp): Promise<HTMLElement> => {
  fireEvent.click(await screen.findByRole("button", { name, expanded: false }));
  return screen.getByRole("group", { name });
};
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole("button", { name }));
};

describe("the tariff editor", () => {
  test("refuses three decimals in a two-decimal currency by the field and saves nothing", async () => {
    const bridge = openEditor();
    await enter("Price, 1 month", "59.005");
    press("Save tariff");

    expect(screen.getByText("EUR has only 2 decimals")).toBeTruthy();
    expect(bridge.inputsOf("tariff.save")).toEqual([]);
  });

  test("points out an included amount above the maximum while it is typed", async () => {
    openEditor();
    const form = await openOption(/Public IPv4/);
    fireEvent.change(within(form).getByLabelText("Included"), { target: { value: "17" } });

    expect(screen.getByText("Above the maximum of 16")).toBeTruthy();
  });

  test("saves money in minor units on the revision that was edited", async () => {
    const bridge = openEditor();
    await enter("Price, 1 month", "61,50");
    press("Save tariff");

    await waitFor(() => {
      expect(bridge.inputsOf("tariff.save")).toMatchObject([
        { id: "tariff-1", revision: 4, periods: [{ months: 1, priceMinor: 6150, setUpMinor: 0 }] },
      ]);
    });
  });

  test("says before saving that services keep their version", async () => {
    openEditor({ ...saved, version: 3, currentServices: 12 });
    expect(await screen.findByRole("button", { name: "Save tariff" })).toBeTruthy();
    await enter("Price, 1 month", "61.50");

    expect(screen.getByText("12 services run on version 3 and keep it. Saving makes version 4.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Save as version 4" })).toBeTruthy();
  });

  test("keeps the entries when somebody else saves the tariff, and says so", async () => {
    openEditor();
    await enter("Price, 1 month", "61.50");
    useConsole.getState().absorbAnswer({ ...saved, revision: 9, name: "Colo 1U new" });

    expect(await screen.findByText("This tariff was changed by somebody else")).toBeTruthy();
    expect((await screen.findByLabelText<HTMLInputElement>("Price, 1 month")).value).toBe("61.50");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save tariff" }).disabled).toBe(true);
  });

  test("adds the missing add-ons at once and leaves the present ones", async () => {
    openEditor();
    fireEvent.click(await screen.findByRole("button", { name: "Create all add-ons" }));

    expect(screen.getByRole("button", { name: /^Bandwidth/ })).toBeTruthy();
    const form = await openOption(/Public IPv4/);
    expect(within(form).getByLabelText<HTMLInputElement>("Maximum").value).toBe("16");
  });

  test("moves an option with Alt and an arrow", async () => {
    const bridge = openEditor();
    fireEvent.click(await screen.findByRole("button", { name: "Create all add-ons" }));
    fireEvent.keyDown(screen.getByRole("button", { name: /Public IPv4/ }), { key: "ArrowDown", altKey: true });
    press("Save tariff");

    await waitFor(() => {
      const [input] = bridge.inputsOf("tariff.save") as CallInput<"tariff.save">[];
      expect(input?.resources.map(({ name }) => name)).toEqual(["flat", "ip", "power", "port", "unit", "ipv6"]);
    });
  });

  test("lists modules of the other product type, but lets nobody choose them", async () => {
    openEditor();

    expect((await screen.findByLabelText<HTMLInputElement>(/Tallinn-3/)).disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>(/Riga-1/).checked).toBe(true);
    expect(screen.getByText(/add a second module/)).toBeTruthy();
  });

  test("says at the field and on top what stands in the way, and leads there", async () => {
    const message = "There is no such enumeration any more";
    openEditor(saved, [{ path: "resources.0.enumerationId", severity: "error", message }]);

    expect(await screen.findByText("Orders on this tariff would not run")).toBeTruthy();
    expect(screen.getByText(message)).toBeTruthy();
    press("Show");
    expect(screen.getByRole("group", { name: "Public IPv4 addresses" })).toBeTruthy();
  });

  test("points out a preset that no panel has while its name is typed", async () => {
    const tariff = buildTariff({ productType: "dedicated", internalName: "HPCorei6", moduleIds: ["module-2"] });
    const message = "Tallinn-3 has no preset HPCorei6. Nearest: HPCorei5";
    const bridge = openEditor(tariff, [{ path: "internalName", severity: "warning", message }]);

    expect(await screen.findByText("Would run by themselves, but not as things stand")).toBeTruthy();
    expect(screen.getAllByText(message)).toHaveLength(2);
    fireEvent.change(screen.getByLabelText(/the preset it sells/, { selector: "input" }), {
      target: { value: "HPCorei7" },
    });
    await waitFor(() => {
      expect(bridge.inputsOf("tariff.check").at(-1)).toMatchObject({ content: { internalName: "HPCorei7" } });
    }, patience);
  });

  test("prices an order with unsaved values", async () => {
    const bridge = openEditor();
    await enter("Price, 1 month", "59.50");

    expect(await screen.findByText("€65.00", {}, patience)).toBeTruthy();
    await waitFor(() => {
      expect(bridge.inputsOf("tariff.price").at(-1)).toMatchObject({
        content: { periods: [{ priceMinor: 5950 }] },
        periodMonths: 1,
        amounts: { ip: 1 },
      });
    }, patience);
  });

  test("copies into a new tariff and saves nothing by it", async () => {
    const bridge = openEditor();
    fireEvent.click(await screen.findByRole("button", { name: "Copy" }));

    expect(await screen.findByDisplayValue("Colo 1U (copy)")).toBeTruthy();
    expect(useConsole.getState().route.id).toBe("new");
    press("Create tariff");
    await waitFor(() => {
      expect(bridge.inputsOf("tariff.add")).toMatchObject([{ name: "Colo 1U (copy)", createAllAddOns: false }]);
    });
  });

  test("asks before a copy takes the place of an unfinished new tariff", async () => {
    openEditor();
    await screen.findByRole("button", { name: "Copy" });
    const values = { revision: 0, draft: {} };
    useConsole.getState().typeForm("tariff new", values, JSON.stringify(values));
    press("Copy");

    expect(await screen.findByText("Drop the tariff that is being created?")).toBeTruthy();
    expect(useConsole.getState().forms["tariff new"]).toBe(values);
  });

  test("offers to remove a tariff only while nothing runs on it", async () => {
    openEditor({ ...saved, earlierServices: 1 });
    await screen.findByRole("button", { name: "Copy" });

    expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
  });
});
