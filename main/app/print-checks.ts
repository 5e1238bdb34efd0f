import type { ParsedInput } from "../contract/calls";
import type { LabelRemark, LabelSubject, LabelValues, Stock, Template } from "../contract/shapes/label";
import type { PrintCheck, PrintRequest, Printer } from "../contract/shapes/printer";
import { labelsPerThing } from "../domain/print-run";
import { labelsPerSheet, sheetsFor } from "../domain/sheet-positions";
import type { App } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { readThings } from "./label-records";
import type { LabelledThing } from "./label-records";
import { refreshFacts } from "./label-refresh";
import { readLabelSettings } from "./label-settings";
import { getStock } from "./label-stocks";
import { getTemplate } from "./label-templates";
import { valuesOf } from "./label-values";
import { deviceOf } from "./printers";

export interface PreparedPrint {
  readonly printer: Printer;
  readonly template: Template;
  readonly stock: Stock;
  readonly things: readonly LabelledThing[];
  /** What each thing's label tells. */
  readonly values: readonly LabelValues[];
  readonly check: PrintCheck;
}

type FindThings = (subjects: readonly LabelSubject[]) => Promise<readonly LabelledThing[]>;

/** Lays every label of a request out and says what stands against it. */
export async function preparePrint(app: App, request: PrintRequest, findThings: FindThings): Promise<PreparedPrint> {
  const { printer, template, stock, settings } = await app.store.read(async (repositories) => ({
    printer: existing(await repositories.printers.find(request.printerId), "printer", request.printerId),
    template: await getTemplate(app, repositories, request.templateId),
    stock: await getStock(app, repositories, request.stockId),
    settings: await readLabelSettings(repositories),
  }));
  requireMatching(request, { printer, stock });
  await refreshFacts(app, request.subjects);
  const things = await findThings(request.subjects);
  const other = things.find(({ facts }) => facts.kind !== template.kind);
  if (other) {
    const message = `${template.name} is for labels of the kind ${template.kind}, ${other.facts.values.name ?? "one"} is of the kind ${other.facts.kind}`;
    throw invalidInput([{ path: "templateId", message }]);
  }
  const at = app.clock.now();
  const values = things.map((thing) => valuesOf(thing, settings, at));
  const labels = values.length * labelsPerThing(request);
  const check = {
    labels,
    pages: stock.sheet === null ? labels : sheetsFor(stock.sheet, request.startPosition, labels),
    remarks: await collectRemarks(app, { printer, template, stock, values }),
  };
  return { printer, template, stock, things, values, check };
}

function requireMatching(
  { startPosition }: PrintRequest,
  { printer, stock }: Pick<PreparedPrint, "printer" | "stock">,
): void {
  if (stock.sheet === null) return;
  if (printer.language !== "pdf")
    throw invalidInput([
      { path: "stockId", message: `Sheets are printed as PDF; ${printer.name} takes labels from a roll` },
    ]);
  const count = labelsPerSheet(stock.sheet);
  if (startPosition >= count)
    throw invalidInput([{ path: "startPosition", message: `A sheet of ${stock.name} has ${String(count)} labels` }]);
}

/** The window stays responsive while thousands of labels are laid out. */
const labelsAtOnce = 20;
const shownTitles = 5;

async function collectRemarks(
  app: App,
  { printer, template, stock, values }: Pick<PreparedPrint, "printer" | "template" | "stock" | "values">,
): Promise<PrintCheck["remarks"]> {
  const device = deviceOf(printer);
  const remarks = new Map<string, LabelRemark & { labels: string[]; count: number }>();
  for (const [index, one] of values.entries()) {
    if (index % labelsAtOnce === labelsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const remark of app.press.check({ template, values: one, stock, device })) {
      const key = `${remark.level} ${remark.rule} ${remark.elementId ?? ""}`;
      const known = remarks.get(key) ?? { ...remark, labels: [], count: 0 };
      known.count += 1;
      if (known.labels.length < shownTitles) known.labels.push(one.name ?? "");
      remarks.set(key, known);
    }
  }
  return [...remarks.values()].sort((left, right) => left.level.localeCompare(right.level));
}

/** How many labels and pages a request would be, and what stands against them. Stores nothing. */
export async function checkPrint(app: App, input: ParsedInput<"print.check">): Promise<PrintCheck> {
  return (await preparePrint(app, input, (subjects) => readThings(app, subjects))).check;
}

/** Refuses what cannot be printed, and what would be printed badly unless somebody said that it shall be; answers what was printed over, a line a rule. */
export function requirePrintable({ remarks }: PrintCheck, override: readonly LabelRemark["rule"][]): string[] {
  const errors = remarks.filter((remark) => remark.level === "error");
  if (errors.length > 0) throw notAllowed("label-errors", errors.map(inWords).join(". "));
  const open = remarks.filter((remark) => !override.includes(remark.rule));
  if (open.length > 0)
    throw notAllowed(
      "label-warnings",
      `${open.map(inWords).join(". ")}. Print over it, or change template, stock or printer`,
    );
  return [...new Set(remarks.map(inWords))];
}

function inWords({ rule, message, count, labels }: PrintCheck["remarks"][number]): string {
  const words = message.replace(/\.$/, "");
  return `${rule}: ${words} (${count === 1 ? (labels[0] ?? "1 label") : `${String(count)} labels`})`;
}
