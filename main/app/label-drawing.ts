import type { CallOutput, ParsedInput } from "../contract/calls";
import type { LabelSubject, LabelValues, Stock, TemplateContent } from "../contract/shapes/label";
import type { LabelDevice } from "../ports/label";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { existing } from "./app";
import { readThings } from "./label-records";
import { refreshFacts } from "./label-refresh";
import { readLabelSettings } from "./label-settings";
import { getStock } from "./label-stocks";
import { getTemplate } from "./label-templates";
import { valuesOf } from "./label-values";
import { deviceOf } from "./printers";

/** Draws a label as the printer would print it. Stores nothing: a thing without a short id is shown with the one that it would get. */
export async function drawLabel(app: App, input: ParsedInput<"label.draw">): Promise<CallOutput<"label.draw">> {
  const { template, stock, device } = await app.store.read(async (repositories) => {
    const content = await contentOf(app, repositories, input.template);
    const printer =
      input.printerId === null
        ? undefined
        : existing(await repositories.printers.find(input.printerId), "printer", input.printerId);
    const stockId = input.stockId ?? printer?.stockId ?? null;
    const chosen: { template: TemplateContent; stock: Stock; device: LabelDevice } = {
      template: content,
      stock: stockId === null ? app.labelLibrary.plainStock(content) : await getStock(app, repositories, stockId),
      device: printer ? deviceOf(printer) : app.labelLibrary.vectorDevice,
    };
    return chosen;
  });
  const values =
    input.subject === null ? app.labelLibrary.sampleValues(template.kind) : await valuesFor(app, input.subject);
  return app.press.draw({ template, stock, device, values });
}

async function contentOf(
  app: App,
  repositories: Repositories,
  template: ParsedInput<"label.draw">["template"],
): Promise<TemplateContent> {
  return "content" in template ? template.content : getTemplate(app, repositories, template.id);
}

async function valuesFor(app: App, subject: LabelSubject): Promise<LabelValues> {
  await refreshFacts(app, [subject]);
  const [thing] = await readThings(app, [subject]);
  const settings = await app.store.read(readLabelSettings);
  return thing ? valuesOf(thing, settings, app.clock.now()) : {};
}
