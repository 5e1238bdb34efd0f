import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CallInput } from "../../main/contract/calls";
import { compareWithImages } from "../../main/domain/enumeration";
import { EnumerationsScreen } from "../../renderer/screens/enumerations/enumerations-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { buildEnumeration, buildModule, buildTariff } from "./catalogue-records";
import { done, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

/** What is asked a moment after the last key may take longer on a busy machine. */
const patience = { timeout: 5_000 };
const saved = buildEnumeration();
const images = ["debian12", "ubuntu2404", "windows2022", "alma9"];

function openEditor() {
  const bridge = installFakeBridge({
    "enumeration.list": () => done([saved]),
    "tariff.list": () => done([buildTariff()]),
    "module.list": () => done([buildModule({ type: "dsmanager" })]),
    "enumeration.compare": ({ items }) =>
      done({
        ...compareWithImages(
          items.map(({ internalName }) => internalName),
          images,
        ),
        takenAt: Date.now(),
      }),
    "enumeration.save": (input) => done({ ...input, revision: 3 }),
    "form-draft.get": () => done(null),
  });
  useConsole.getState().open("enumerations", saved.id);
  show(<EnumerationsScreen />);
  return bridge;
}

const savedNames = (inputs: readonly unknown[]): readonly string[] | undefined =>
  (inputs as CallInput<"enumeration.save">[])[0]?.items.map(({ internalName }) => internalName);
const cell = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole("button", { name }));
};

describe("the enumeration editor", () => {
  test("fills itself from the panel and saves nothing until Save", async () => {
    const bridge = openEditor();
    fireEvent.click(await screen.findByRole("button", { name: "Fill from panel: add 2 images" }, patience));

    expect(cell("Internal name, item 3").value).toBe("windows2022");
    expect(bridge.inputsOf("enumeration.save")).toEqual([]);
    press("Save enumeration");
    await waitFor(() => {
      expect(savedNames(bridge.inputsOf("enumeration.save"))).toEqual([
        "debian12",
        "Ubuntu2404",
        "windows2022",
        "alma9",
      ]);
    });
  });

  test("offers the panel's spelling for an item that differs in case only", async () => {
    openEditor();
    fireEvent.click(await screen.findByRole("button", { name: /^Take the panel's name/ }, patience));

    expect(cell("Internal name, item 2").value).toBe("ubuntu2404");
    expect(cell("Display name, item 2").value).toBe("Ubuntu 24.04");
    expect(await screen.findByText("The same · 2", {}, patience)).toBeTruthy();
  });

  test("points out a double in its place and neither compares nor saves it", async () => {
    const bridge = openEditor();
    await screen.findByRole("button", { name: /^Fill from panel/ }, patience);
    const before = bridge.inputsOf("enumeration.compare").length;
    fireEvent.change(cell("Internal name, item 2"), { target: { value: "debian12" } });
    press("Save enumeration");

    expect(screen.getByText("This item stands twice")).toBeTruthy();
    expect(cell("Internal name, item 2").getAttribute("aria-invalid")).toBe("true");
    expect(bridge.inputsOf("enumeration.save")).toEqual([]);
    expect(bridge.inputsOf("enumeration.compare")).toHaveLength(before);
  });

  test("Enter on the last item begins the next, and Alt with an arrow moves it", async () => {
    openEditor();
    fireEvent.keyDown(await screen.findByLabelText("Internal name, item 2"), { key: "Enter" });
    fireEvent.change(cell("Internal name, item 3"), { target: { value: "arch" } });
    fireEvent.keyDown(cell("Internal name, item 3"), { key: "ArrowUp", altKey: true });

    expect(cell("Internal name, item 2").value).toBe("arch");
    expect(cell("Internal name, item 3").value).toBe("Ubuntu2404");
  });

  test("a list pasted into a cell becomes one item a line", async () => {
    openEditor();
    fireEvent.paste(await screen.findByLabelText("Internal name, item 1"), {
      clipboardData: { getData: () => "arch\tArch Linux\nvoid\tVoid Linux" },
    });

    expect(cell("Display name, item 1").value).toBe("Arch Linux");
    expect(cell("Internal name, item 2").value).toBe("void");
    expect(cell("Internal name, item 3").value).toBe("Ubuntu2404");
  });
});
