import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Stock, StockContent } from "../contract/shapes/label";
import { nextPosition } from "../domain/sheet-positions";
import type { Repositories } from "../ports/store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";

/** Stock by its id, of the makers' table or of one's own; a `not-found` fault when there is none. */
export async function getStock(app: App, repositories: Pick<Repositories, "labelStocks">, id: string): Promise<Stock> {
  const builtIn = app.labelLibrary.stocks.find((stock) => stock.id === id);
  return existing(builtIn ?? (await repositories.labelStocks.find(id)), "stock", id);
}

/** One's own stock first: it was added because it is used. */
export function listStocks(app: App): Promise<CallOutput<"label-stock.list">> {
  return app.store.read(async ({ labelStocks, printJobs }) => {
    const stocks = [...(await labelStocks.list()), ...app.labelLibrary.stocks];
    const listed: CallOutput<"label-stock.list"> = [];
    for (const stock of stocks) {
      const last = stock.sheet === null ? undefined : await printJobs.findLastPrinted(stock.id);
      listed.push({ ...stock, nextPosition: last && stock.sheet ? nextPosition(stock.sheet, last) : 0 });
    }
    return listed;
  });
}

export function addStock(app: App, input: ParsedInput<"label-stock.add">): Promise<Stock> {
  return change(app, "label-stock.add", async (unit) => {
    await requireSound(app, unit, input, null);
    const stock = { ...input, id: app.makeId(), revision: 0, isBuiltIn: false, code: "", dotsAcross: {} };
    const added = await unit.repositories.labelStocks.add(stock);
    journal(unit, added, "added");
    return added;
  });
}

export function saveStock(app: App, input: ParsedInput<"label-stock.save">): Promise<Stock> {
  return change(app, "label-stock.save", async (unit) => {
    const { labelStocks } = unit.repositories;
    const before = await getOwn(app, unit, input.id, "changed");
    await requireSound(app, unit, input, input.id);
    const saved = await labelStocks.save({ ...before, ...input });
    journal(unit, saved, "changed");
    return saved;
  });
}

/** Jobs keep the stock that they were made for; a printer that has it loaded would be left with nothing. */
export async function removeStock(app: App, { id }: ParsedInput<"label-stock.remove">): Promise<Record<string, never>> {
  await change(app, "label-stock.remove", async (unit) => {
    const stock = await getOwn(app, unit, id, "removed");
    const loaded = (await unit.repositories.printers.list()).filter((printer) => printer.stockId === id);
    if (loaded.length > 0) {
      const names = loaded.map((printer) => printer.name).join(", ");
      throw notAllowed("in-use", `${stock.name} is loaded in ${names}. Choose another stock there first`);
    }
    await unit.repositories.labelStocks.remove(id);
    journal(unit, stock, "removed");
  });
  return {};
}

async function getOwn(app: App, unit: Change, id: string, what: string): Promise<Stock> {
  const stock = await getStock(app, unit.repositories, id);
  if (stock.isBuiltIn)
    throw notAllowed("built-in", `${stock.name} is of the makers' table and cannot be ${what}. Add stock of your own`);
  return stock;
}

async function requireSound(app: App, unit: Change, stock: StockContent, ownId: string | null): Promise<void> {
  const others = [...app.labelLibrary.stocks, ...(await unit.repositories.labelStocks.list())];
  const isTaken = others.some((one) => one.id !== ownId && one.name.toLowerCase() === stock.name.toLowerCase());
  const issues = [
    ...(isTaken ? [{ path: "name", message: "Other stock has this name" }] : []),
    ...app.labelLibrary.checkStock(stock),
  ];
  if (issues.length > 0) throw invalidInput(issues);
}

function journal(unit: Change, { id, name }: Stock, what: string): void {
  unit.touch("label-stock", id);
  unit.journal({ entity: "label-stock", entityId: id, serviceId: null, summary: `Label stock ${name} ${what}` });
}
