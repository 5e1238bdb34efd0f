import type { CallOutput } from "../../main/contract/calls";
import type { Drawing, Template } from "../../main/contract/shapes/label";
import type { PrintJob, Printer } from "../../main/contract/shapes/printer";

export function buildPrinter(change: Partial<Printer> = {}): Printer {
  return {
    id: "printer-1",
    revision: 1,
    name: "Zebra, row 3",
    language: "zpl",
    dpi: 203,
    headDots: 832,
    way: { type: "network", host: "10.0.0.5", port: 9100 },
    stockId: "stock-1",
    model: "",
    ...change,
  };
}

type ListedStock = CallOutput<"label-stock.list">[number];

export function buildStock(change: Partial<ListedStock> = {}): ListedStock {
  return {
    id: "stock-1",
    revision: 1,
    isBuiltIn: true,
    name: "76 × 25 mm",
    code: "Z-Perform",
    family: "zebra",
    form: "die-cut",
    width: 76.2,
    height: 25.4,
    margins: { top: 1, right: 1, bottom: 1, left: 1 },
    cornerRadius: 0,
    sheet: null,
    dotsAcross: {},
    nextPosition: 0,
    ...change,
  };
}

export function buildTemplate(change: Partial<Template> = {}): Template {
  return {
    id: "t-1",
    revision: 1,
    version: 1,
    isBuiltIn: true,
    name: "Server",
    kind: "server",
    width: 76,
    height: 25,
    elements: [],
    ...change,
  };
}

export function buildDrawing(change: Partial<Drawing> = {}): Drawing {
  return {
    width: 76.2,
    height: 25.4,
    area: { x: 1, y: 1, width: 74.2, height: 23.4 },
    marks: [{ type: "bars", elementId: "code", rectangles: [[2, 2, 1, 1]] }],
    remarks: [],
    ...change,
  };
}

export function buildPrintJob(change: Partial<PrintJob> = {}): PrintJob {
  return {
    id: "job-1",
    revision: 1,
    state: "waiting",
    printerId: "printer-1",
    printerName: "Zebra, row 3",
    stockId: "stock-1",
    templateId: "t-1",
    templateName: "Server",
    templateVersion: 1,
    labels: 1,
    printed: 0,
    title: "srv-1",
    overridden: [],
    reason: "",
    condition: "unknown",
    hasFile: false,
    createdAt: 1,
    createdBy: "Anna",
    endedAt: null,
    ...change,
  };
}
