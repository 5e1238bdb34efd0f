import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CatalogueChange } from "../../main/contract/shapes/catalogue";
import { CatalogueScreen } from "../../renderer/screens/catalogue/catalogue-screen";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const catalogue = { format: "rackside-catalogue", version: 1, enumerations: [], modules: [], tariffs: [] };
const added: CatalogueChange = { entity: "tariff", name: "Colo 2U", change: "added", differences: [], problem: "" };
const changed: CatalogueChange = {
  entity: "enumeration",
  name: "Operating system",
  change: "changed",
  differences: [{ field: "debian12", before: "Debian", after: "Debian 12" }],
  problem: "",
};
const same: CatalogueChange = { ...added, name: "Colo 1U", change: "same" };
const faulty: CatalogueChange = { ...added, name: "Lost", problem: "There is no module Riga-9" };

function openScreen(changes: CatalogueChange[], answers: FakeAnswers = {}) {
  const hasProblems = changes.some(({ problem }) => problem !== "");
  const bridge = installFakeBridge({
    "catalogue.compare": () => done({ changes, hasProblems }),
    "catalogue.import": () => done({ added: 1, changed: 1, ids: [] }),
    ...answers,
  });
  show(<CatalogueScreen />);
  return bridge;
}

function choose(text: string): void {
  const file = new File([text], "sold.json", { type: "application/json" });
  fireEvent.change(screen.getByLabelText("File"), { target: { files: [file] } });
}

describe("the import of a catalogue", () => {
  test("shows first what would be added and changed, field by field, and imports only then", async () => {
    const bridge = openScreen([added, changed, same]);
    choose(JSON.stringify(catalogue));

    expect(await screen.findByText("Added · 1")).toBeTruthy();
    expect(screen.getByText("Changed · 1")).toBeTruthy();
    expect(screen.getByText("Debian 12")).toBeTruthy();
    expect(bridge.inputsOf("catalogue.import")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Import 2 records" }));

    expect(await screen.findByText("Imported: 1 added, 1 changed")).toBeTruthy();
    expect(bridge.inputsOf("catalogue.import")).toEqual([{ catalogue }]);
  });

  test("imports nothing while something stands in the way, and names it", async () => {
    openScreen([added, faulty]);
    choose(JSON.stringify(catalogue));

    expect(await screen.findByText("There is no module Riga-9")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Import 1 record" }).disabled).toBe(true);
  });

  test("says what a file is that is no catalogue, and asks the program nothing", async () => {
    const bridge = openScreen([]);
    choose('{ "format": ');

    expect(await screen.findByText("sold.json is not JSON, or was cut off.")).toBeTruthy();
    expect(bridge.inputsOf("catalogue.compare")).toEqual([]);
  });

  test("names the places where a catalogue breaks the format", async () => {
    openScreen([], {
      "catalogue.compare": () =>
        failed({
          kind: "invalid-input",
          message: "",
          issues: [{ path: "catalogue.tariffs.0.currency", message: "A currency code such as EUR" }],
        }),
    });
    choose(JSON.stringify(catalogue));

    expect(await screen.findByText("tariffs.0.currency")).toBeTruthy();
    expect(screen.getByText("A currency code such as EUR")).toBeTruthy();
  });
});
