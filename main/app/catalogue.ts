import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Catalogue } from "../contract/shapes/catalogue";
import { toCatalogue } from "../domain/catalogue";
import type { Stock } from "../domain/catalogue";
import { compareCatalogue as compare } from "../domain/catalogue-changes";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { invalidInput } from "./app";
import { takeOver } from "./catalogue-import";
import { change } from "./change";

/** Tariffs, enumerations and modules as one document, without secrets and without ids. */
export async function exportCatalogue(app: App): Promise<Catalogue> {
  return toCatalogue(await app.store.read(readStock));
}

/** What importing would do, record by record; a problem stops the whole import. Stores nothing. */
export async function compareCatalogue(
  app: App,
  { catalogue }: ParsedInput<"catalogue.compare">,
): Promise<CallOutput<"catalogue.compare">> {
  const changes = compare(await app.store.read(readStock), catalogue);
  return { changes, hasProblems: changes.some((one) => one.problem !== "") };
}

/** Takes a catalogue over, all of it or nothing. What the profile has and the document does not name stays as it is. */
export function importCatalogue(
  app: App,
  { catalogue }: ParsedInput<"catalogue.import">,
): Promise<CallOutput<"catalogue.import">> {
  return change(app, "catalogue.import", async (unit) => {
    const stock = await readStock(unit.repositories);
    const changes = compare(stock, catalogue);
    const issues = changes
      .filter((one) => one.problem !== "")
      .map(({ path, name, problem }) => ({ path, message: `${name}: ${problem}` }));
    if (issues.length > 0) throw invalidInput(issues);
    const ids = await takeOver(app, unit, { stock, catalogue, changes });
    const count = (wanted: "added" | "changed") => changes.filter((one) => one.change === wanted).length;
    return { added: count("added"), changed: count("changed"), ids };
  });
}

async function readStock(repositories: Repositories): Promise<Stock> {
  return {
    departments: await repositories.departments.list(),
    dataCentres: await repositories.dataCentres.list(),
    enumerations: await repositories.enumerations.list(),
    modules: await repositories.modules.list(),
    tariffs: await repositories.tariffs.list(),
  };
}
