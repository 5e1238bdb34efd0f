import { vi } from "vitest";
import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Store } from "../../main/ports/store";
import type { Sale } from "../builders/console";
import { addFilePrinter, brotherStock, printAnyway, templateFor } from "../builders/label-printing";

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

/** Every call about labels that writes, as the walk of `journal.test.ts` needs it. */
export async function walkLabels(call: Call, { module }: Sale): Promise<void> {
  const server = { kind: "server", moduleId: module.id, serverId: 101 } as const;
  await call("label-settings.set", { contact: "NOC" });
  await call("label.mark", { subjects: [server], needsLabel: true });
  await walkLibrary(call);
  const printer = await addFilePrinter({ call });
  await call("printer.save", { ...printer, name: "Office", stockId: brotherStock });
  const { id: templateId } = await templateFor({ call }, brotherStock);
  const request = { subjects: [server], templateId, printerId: printer.id, stockId: brotherStock };
  const { id } = await printAnyway({ call }, request);
  await call("print.confirm", { id, printed: 0 });
  await call("print.retry", { id, from: "rest" });
  await call("print.confirm", { id, printed: 1 });
  await call("print.retry", { id, from: "start" });
  await call("print.cancel", { id });
  await call("printer.remove", { id: printer.id });
  const { shortId } = await call("label.get", { subject: { kind: "rack", moduleId: module.id, rackId: 7 } });
  const { shortId: thing } = await call("label.get", { subject: server });
  await call("scan.place", { rack: shortId, thing });
}

/** Waits until every print job has come to its end, or to a person. Past the calls, which not everybody may make who is signed in on the way. */
export async function labelsAreOut(store: Store): Promise<void> {
  const areOut = async (): Promise<boolean> => {
    const { rows } = await store.read(({ printJobs }) => printJobs.page(true, { offset: 0, limit: 200 }));
    return rows.every((job) => job.state === "unsure");
  };
  await vi.waitUntil(areOut, { timeout: 10_000, interval: 5 });
}

async function walkLibrary(call: Call): Promise<void> {
  const [builtIn] = await call("label-template.list", { kind: "text" });
  if (!builtIn) throw new Error("No template is built in");
  const template = await call("label-template.add", { ...builtIn, name: "Ours" });
  const saved = await call("label-template.save", { ...template, name: "Our texts" });
  const document = await call("label-template.export", { ids: [saved.id] });
  await call("label-template.remove", { id: saved.id });
  await call("label-template.import", { document });
  const stock = await call("label-stock.add", {
    name: "Odd rolls",
    family: "other",
    form: "die-cut",
    width: 52,
    height: 26,
    margins: { top: 1, right: 1, bottom: 1, left: 1 },
    sheet: null,
  });
  const wider = await call("label-stock.save", { ...stock, width: 53 });
  await call("label-stock.remove", { id: wider.id });
}
