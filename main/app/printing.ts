import type { CallOutput, ParsedInput } from "../contract/calls";
import type { PrintJob, PrintState, PrinterLanguage } from "../contract/shapes/printer";
import type { PrintJobRecord } from "../ports/label-store";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed, notFound } from "./app";
import { change } from "./change";
import { keepLabels } from "./label-records";
import { preparePrint, requirePrintable } from "./print-checks";
import { saveWithPrinted } from "./printed-labels";

/** A job as it leaves the program: without what it prints. */
function publicJob(job: PrintJobRecord): PrintJob {
  const { request: _1, template: _2, stock: _3, values: _4, shortIds: _5, ...known } = job;
  return known;
}

/** Queues labels for a printer, with everything that they tell: what happens to the things meanwhile does not change a job. */
export async function startPrint(app: App, input: ParsedInput<"print.start">): Promise<PrintJob> {
  const { override, ...request } = input;
  const prepared = await preparePrint(app, request, (subjects) => keepLabels(app, "print.start", subjects));
  const overridden = requirePrintable(prepared.check, override);
  const { printer, template, stock, things, values, check } = prepared;
  const title = titleOf(values.map((one) => one.name ?? ""));
  const job = await change(app, "print.start", async (unit) => {
    existing(await unit.repositories.printers.find(printer.id), "printer", printer.id);
    const added = await unit.repositories.printJobs.add({
      id: app.makeId(),
      revision: 0,
      state: "waiting",
      printerId: printer.id,
      printerName: printer.name,
      stockId: stock.id,
      templateId: template.id,
      templateName: template.name,
      templateVersion: template.version,
      labels: check.labels,
      printed: 0,
      title,
      overridden,
      reason: "",
      condition: "unknown",
      hasFile: false,
      createdAt: unit.at,
      createdBy: unit.operator,
      endedAt: null,
      request,
      template,
      stock,
      values,
      shortIds: things.map(({ label }) => label?.shortId ?? ""),
    });
    const over = overridden.length === 0 ? "" : `; printed over: ${overridden.join("; ")}`;
    note(unit, added, `${labelsInWords(check.labels)} for ${printer.name}: ${title}${over}`);
    return added;
  });
  app.printQueue.wake();
  return publicJob(job);
}

function titleOf(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length === 1 ? first : `${first} and ${String(names.length - 1)} more`;
}

function labelsInWords(count: number): string {
  return count === 1 ? "1 label" : `${String(count)} labels`;
}

export function listPrintJobs(app: App, input: ParsedInput<"print.list">): Promise<CallOutput<"print.list">> {
  return app.store.read(async ({ printJobs }) => {
    const { rows, total } = await printJobs.page(input.onlyUnfinished, input);
    return { rows: [...rows], total };
  });
}

export async function getPrintJob(app: App, { id }: ParsedInput<"print.get">): Promise<PrintJob> {
  return publicJob(existing(await app.store.read(({ printJobs }) => printJobs.find(id)), "print job", id));
}

const onItsWay: ReadonlySet<PrintState> = new Set(["sending", "printing"]);
const decidable: ReadonlySet<PrintState> = new Set(["waiting", "unsure", "failed"]);

/** Stops a job. One that is on its way is stopped by the queue, which knows what has come out. */
export async function cancelPrint(app: App, { id }: ParsedInput<"print.cancel">): Promise<PrintJob> {
  const isStopped = await change(app, "print.cancel", async (unit) => {
    const job = await getJob(unit, id);
    if (onItsWay.has(job.state)) return false;
    if (!decidable.has(job.state)) throw notAllowed("job-state", `This job is ${job.state} already`);
    const stopped = await unit.repositories.printJobs.save({
      ...job,
      state: "cancelled",
      reason: "",
      endedAt: unit.at,
    });
    note(unit, stopped, `Printing of ${job.title} cancelled, ${cameOut(job)}`);
    return true;
  });
  if (isStopped) app.printQueue.wake();
  else await app.printQueue.cancel(id);
  return getPrintJob(app, { id });
}

/** Lets a job that has ended or is unsure go on: with what is not known to have come out, or from its first label. */
export async function retryPrint(app: App, { id, from }: ParsedInput<"print.retry">): Promise<PrintJob> {
  const again = await change(app, "print.retry", async (unit) => {
    const job = await getJob(unit, id);
    if (job.state === "waiting" || onItsWay.has(job.state))
      throw notAllowed("job-state", "This job is on its way already");
    if (from === "rest" && job.printed >= job.labels)
      throw notAllowed("nothing-left", "All labels of this job came out. Print it again from the start");
    if (!(await unit.repositories.printers.find(job.printerId)))
      throw notAllowed("no-printer", `${job.printerName} is not there any more. Print the labels on another printer`);
    const waiting = await unit.repositories.printJobs.save({
      ...job,
      state: "waiting",
      printed: from === "start" ? 0 : job.printed,
      reason: "",
      condition: "unknown",
      hasFile: false,
      endedAt: null,
    });
    const what =
      from === "start" ? "All of it again" : `The rest, after ${String(job.printed)} of ${String(job.labels)}`;
    note(unit, waiting, `${what}: ${job.title}`);
    return waiting;
  });
  app.printQueue.wake();
  return publicJob(again);
}

/** A person says what came out where the printer does not: only then are the things labelled. */
export async function confirmPrint(app: App, { id, printed }: ParsedInput<"print.confirm">): Promise<PrintJob> {
  return change(app, "print.confirm", async (unit) => {
    const job = await getJob(unit, id);
    if (job.state !== "unsure") throw notAllowed("job-state", "Only of an unsure job a person says what came out");
    if (printed < job.printed || printed > job.labels) {
      const message = `Between ${String(job.printed)}, which the printer told, and ${String(job.labels)}`;
      throw invalidInput([{ path: "printed", message }]);
    }
    const isWhole = printed === job.labels;
    const next: PrintJobRecord = {
      ...job,
      printed,
      state: isWhole ? "printed" : "failed",
      reason: isWhole ? "" : "Not all labels came out. Print the rest when the printer is ready",
      endedAt: unit.at,
    };
    const saved = await saveWithPrinted(unit.repositories, job, next, unit.at);
    for (const shortId of saved.labelled) unit.touch("label", shortId);
    note(unit, saved.job, `${job.title}: ${cameOut(saved.job)}`);
    return publicJob(saved.job);
  });
}

const pieceBytes = 192 * 1_024;
const extensions: Readonly<Record<PrinterLanguage, string>> = {
  pdf: "pdf",
  png: "png",
  zpl: "zpl",
  "brother-ql": "prn",
  "brother-pt": "prn",
};

/** The next piece of the document that a job made. */
export async function readPrintFile(
  app: App,
  { id, offset }: ParsedInput<"print.file">,
): Promise<CallOutput<"print.file">> {
  const { job, printer } = await app.store.read(async ({ printJobs, printers }) => {
    const found = existing(await printJobs.find(id), "print job", id);
    return { job: found, printer: await printers.find(found.printerId) };
  });
  const piece = await app.printDocuments.read(id, offset, pieceBytes);
  if (!piece) throw notFound("file of this job", id);
  const next = offset + piece.bytes.length;
  return {
    name: `${fileName(job.title)}.${printer ? extensions[printer.language] : "bin"}`,
    base64: Buffer.from(piece.bytes).toString("base64"),
    next,
    isEnd: next >= piece.size,
  };
}

/** A name that every file system takes. */
function fileName(title: string): string {
  const plain = title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, " ").trim();
  return plain === "" ? "labels" : plain.slice(0, 80);
}

async function getJob({ repositories }: Change, id: string): Promise<PrintJobRecord> {
  return existing(await repositories.printJobs.find(id), "print job", id);
}

function cameOut({ printed, labels }: PrintJob): string {
  return `${String(printed)} of ${String(labels)} came out`;
}

function note(unit: Change, { id }: PrintJob, summary: string): void {
  unit.touch("print-job", id);
  unit.journal({ entity: "print-job", entityId: id, serviceId: null, summary });
}
