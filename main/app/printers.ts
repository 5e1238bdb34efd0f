import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Issue } from "../contract/faults";
import type { Printer, PrinterContent } from "../contract/shapes/printer";
import type { LabelDevice } from "../ports/label";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { getStock } from "./label-stocks";

/** What labels for this printer are laid out for. */
export function deviceOf({ language, dpi, headDots, model }: Printer): LabelDevice {
  return { language, dpi, headDots, model };
}

export function listPrinters(app: App): Promise<Printer[]> {
  return app.store.read(async ({ printers }) => [...(await printers.list())]);
}

export function addPrinter(app: App, input: ParsedInput<"printer.add">): Promise<Printer> {
  return change(app, "printer.add", async (unit) => {
    await requireSound(app, unit, input, null);
    const added = await unit.repositories.printers.add({ ...input, id: app.makeId(), revision: 0 });
    journal(unit, added, "added");
    return added;
  });
}

export function savePrinter(app: App, input: ParsedInput<"printer.save">): Promise<Printer> {
  return change(app, "printer.save", async (unit) => {
    existing(await unit.repositories.printers.find(input.id), "printer", input.id);
    await requireSound(app, unit, input, input.id);
    const saved = await unit.repositories.printers.save(input);
    journal(unit, saved, "changed");
    return saved;
  }).then((saved) => {
    // A job may have waited for what was wrong with the printer's address.
    app.printQueue.wake();
    return saved;
  });
}

export async function removePrinter(app: App, { id }: ParsedInput<"printer.remove">): Promise<Record<string, never>> {
  await change(app, "printer.remove", async (unit) => {
    const { printers, printJobs } = unit.repositories;
    const printer = existing(await printers.find(id), "printer", id);
    const jobs = await printJobs.countUnfinished(id);
    if (jobs > 0) {
      const what = jobs === 1 ? "1 print job waits" : `${String(jobs)} print jobs wait`;
      throw notAllowed("in-use", `${what} for ${printer.name}. Let them end or cancel them first`);
    }
    await printers.remove(id);
    journal(unit, printer, "removed");
  });
  return {};
}

export async function findPrinters(app: App): Promise<CallOutput<"printer.find">> {
  return [...(await app.printers.find())];
}

export async function askPrinter(
  app: App,
  { id }: ParsedInput<"printer.status">,
): Promise<CallOutput<"printer.status">> {
  const printer = await app.store.read(({ printers }) => printers.find(id));
  return app.printers.connect(existing(printer, "printer", id)).status();
}

async function requireSound(app: App, unit: Change, printer: PrinterContent, ownId: string | null): Promise<void> {
  const { printers } = unit.repositories;
  const issues: Issue[] = [];
  const others = (await printers.list()).filter((one) => one.id !== ownId);
  if (others.some((one) => one.name.toLowerCase() === printer.name.toLowerCase()))
    issues.push({ path: "name", message: "Another printer has this name" });
  if (printer.way.type === "system-dialog" && printer.language !== "pdf")
    issues.push({ path: "language", message: "The system's viewer opens PDF only" });
  if (printer.stockId !== null) {
    const stock = await getStock(app, unit.repositories, printer.stockId);
    if (stock.form === "sheet" && printer.language !== "pdf")
      issues.push({ path: "stockId", message: "Sheets are printed as PDF; this printer takes labels from a roll" });
  }
  if (issues.length > 0) throw invalidInput(issues);
}

function journal(unit: Change, { id, name }: Printer, what: string): void {
  unit.touch("printer", id);
  unit.journal({ entity: "printer", entityId: id, serviceId: null, summary: `Printer ${name} ${what}` });
}
