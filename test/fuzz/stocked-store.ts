import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../db/store";
import type { StoreOptions } from "../../db/store";
import { StoreFailure } from "../../main/ports/failure";
import type { Repositories, Store } from "../../main/ports/store";
import { allActions, firstPage } from "../db/list-filters";
import { action, addSite, card, configurationReport, journalEntry, module, task } from "../db/records";

export function optionsOf(directory: string): StoreOptions {
  return {
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: () => Date.UTC(2026, 10, 22),
  };
}

/** Makes a closed profile that holds something of each kind. */
export async function makeStockedStore(directory: string): Promise<StoreOptions> {
  await mkdir(directory, { recursive: true });
  const options = optionsOf(directory);
  const store = await openStore(options);
  await store.write(async (repositories) => {
    await addSite(repositories);
    for (const number of [1, 2, 3]) await repositories.tasks.add(task(number));
    await repositories.cards.add(card({ label: "A12-03", sealedPassword: "v1.sealed" }));
    await repositories.actions.add(action("a"));
    await repositories.journal.add(journalEntry("j"));
    await repositories.journal.add(journalEntry("k"));
    await repositories.modules.setConfiguration(module.id, configurationReport());
  });
  await store.close();
  return options;
}

const readings: readonly ((repositories: Repositories) => Promise<unknown>)[] = [
  ({ modules }) => modules.list(),
  ({ tariffs }) => tariffs.list(),
  ({ enumerations }) => enumerations.list(),
  ({ departments }) => departments.list(),
  ({ operators }) => operators.list(),
  ({ cards }) => cards.find("service-1"),
  ({ tasks }) => tasks.counts(null),
  ({ actions }) => actions.page(allActions, firstPage),
  ({ journal }) => journal.page({}, { offset: 0, limit: 50 }),
  ({ journal }) => journal.listLines(0, 50),
];

/** Reads of a store what every screen needs. A row that cannot be read is a StoreFailure, nothing else. */
export async function readAround(store: Store): Promise<void> {
  for (const reading of readings) {
    await store.read(reading).catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) throw error;
    });
  }
}
