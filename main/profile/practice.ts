import type { CallOutput } from "../contract/calls";
import type { Console } from "../compose";
import type { MakeId, SecretHasher } from "../ports/host";
import type { Store } from "../ports/store";
import type { Call } from "./practice-call";
import { stockCatalogue } from "./practice-catalogue";
import type { PracticePanels } from "./practice-catalogue";
import { playDays } from "./practice-days";
import { readAllServers } from "./practice-mirrors";
import { addPracticeAdministrator, addPracticeOperators, practiceAdministrator } from "./practice-operators";
import { addPracticePrinters, relocatePrinters } from "./practice-printers";
import { furnishRacks } from "./practice-racks";
import type { ShiftedClock } from "./shifted-clock";

interface PracticeParts {
  readonly console: Console;
  readonly store: Store;
  readonly clock: ShiftedClock;
  readonly panels: PracticePanels;
  readonly hasher: SecretHasher;
  readonly makeId: MakeId;
}

const seededSetting = "practice.seeded";

/**
 * Fills a new practice profile through the console's own calls; on a later start it only points modules and printers at the new ports. Leaves the
 * console to the practice administrator.
 */
export async function preparePractice(parts: PracticeParts): Promise<void> {
  const { console, store, clock, panels } = parts;
  const isSeeded = (await store.read((repositories) => repositories.settings.find(seededSetting))) !== undefined;
  const call: Call = async (name, input) => {
    const result = await console.dispatch(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.fault.message}`);
    // `dispatch` parsed it with the output schema of this very name.
    return result.value as CallOutput<typeof name>;
  };
  const hourMs = 3_600_000;
  if (!isSeeded) clock.standBehind(72 * hourMs);
  await addPracticeAdministrator({ ...parts, now: clock.now() });
  console.vouchFor(practiceAdministrator);
  await addPracticeOperators(call);
  if (isSeeded) {
    await relocateModules(parts);
    return relocatePrinters(store, panels.printers);
  }
  const catalogue = await stockCatalogue(call, panels);
  await addPracticePrinters(call, panels.printers);
  await call("label-settings.set", { prefix: "PRAC", contact: "NOC +371 6700 0000" });
  await playDays({ call, console, panels, catalogue, standBehindHours: (hours) => clock.standBehind(hours * hourMs) });
  console.vouchFor(practiceAdministrator);
  clock.standBehind(0);
  await readAllServers(call, console);
  await furnishRacks(call, clock.now());
  await store.write((repositories) => repositories.settings.put(seededSetting, "yes"));
}

/** The panels' ports may be others than the last time; several modules may stand on one panel. */
async function relocateModules({ store, panels }: PracticeParts): Promise<void> {
  const urls = new Map(
    [...panels.panels, panels.dsmanager].map((panel) => [`${panel.username} ${panel.type}`, panel.url]),
  );
  await store.write(async (repositories) => {
    for (const module of await repositories.modules.list()) {
      const url = urls.get(`${module.username} ${module.type}`);
      if (url !== undefined && url !== module.url) await repositories.modules.save({ ...module, url });
    }
  });
}
