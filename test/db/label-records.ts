import type { Stock } from "../../main/contract/shapes/label";
import type { Printer } from "../../main/contract/shapes/printer";
import type { LabelRecord, PrintJobRecord, TemplateRecord } from "../../main/ports/label-store";
import type { Repositories } from "../../main/ports/store";

export const template: TemplateRecord = {
  id: "template-1",
  revision: 0,
  version: 1,
  name: "Server 62 × 29",
  kind: "server",
  width: 62,
  height: 28.9,
  elements: [
    {
      id: "name",
      type: "text",
      x: 1.5,
      y: 1,
      width: 59,
      height: 6,
      rotation: 0,
      content: "{name}",
      size: 5,
      minimumSize: 2,
      isBold: true,
      align: "start",
      anchor: "top",
      maximumLines: 1,
    },
  ],
};

export const stock: Stock = {
  id: "stock-1",
  revision: 0,
  isBuiltIn: false,
  name: "Our sheets",
  code: "",
  family: "sheet",
  form: "sheet",
  width: 63.5,
  height: 38.1,
  margins: { top: 1, right: 1, bottom: 1, left: 1 },
  cornerRadius: 1.5,
  sheet: {
    pageWidth: 210,
    pageHeight: 297,
    columns: 3,
    rows: 7,
    originX: 7.2,
    originY: 15.1,
    pitchX: 66,
    pitchY: 38.1,
  },
  dotsAcross: {},
};

export const printer: Printer = {
  id: "printer-1",
  revision: 0,
  name: "Cold aisle",
  language: "zpl",
  dpi: 203,
  headDots: 832,
  way: { type: "network", host: "10.0.0.9", port: 9100 },
  stockId: null,
  model: "",
};

export function label(shortId: string, overrides: Partial<LabelRecord> = {}): LabelRecord {
  return {
    shortId,
    key: `service:${shortId}`,
    subject: { kind: "service", serviceId: shortId },
    kind: "server",
    title: `Сервер ${shortId}`,
    place: "RIX-1 A12 U14",
    needsLabel: false,
    reason: "",
    printedAt: null,
    printedCount: 0,
    ...overrides,
  };
}

export function printJob(id: string, overrides: Partial<PrintJobRecord> = {}): PrintJobRecord {
  const { id: templateId, revision: _revision, version, ...content } = template;
  return {
    id,
    revision: 0,
    state: "waiting",
    printerId: printer.id,
    printerName: printer.name,
    stockId: stock.id,
    templateId,
    templateName: template.name,
    templateVersion: version,
    labels: 2,
    printed: 0,
    title: "edge-1 and 1 more",
    overridden: [],
    reason: "",
    condition: "unknown",
    hasFile: false,
    createdAt: 1_000,
    createdBy: "Anna",
    endedAt: null,
    request: {
      subjects: [
        { kind: "service", serviceId: "s1" },
        { kind: "service", serviceId: "s2" },
      ],
      templateId,
      printerId: printer.id,
      stockId: stock.id,
      copies: 1,
      bothSides: false,
      startPosition: 4,
    },
    template: content,
    stock: { ...stock, revision: 1 },
    values: [{ name: "edge-1", place: "A12" }, { name: "edge-2" }],
    shortIds: ["S1", "S2"],
    ...overrides,
  };
}

/** One of everything that has to do with labels. */
export async function addLabels(repositories: Repositories): Promise<void> {
  await repositories.labelTemplates.add(template);
  await repositories.labelStocks.add(stock);
  await repositories.printers.add(printer);
  await repositories.labels.add(label("S1"));
  await repositories.labels.addKey("server:m:1", "S1");
  await repositories.printJobs.add(printJob("job-1"));
  await repositories.placements.add({
    id: "placement-1",
    shortId: "S1",
    title: "edge-1",
    rack: "A12",
    at: 5,
    operator: "Anna",
    expectedRack: "A13",
    isExpected: false,
  });
}
