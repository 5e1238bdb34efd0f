import type { Printer, PrinterLanguage } from "../contract/shapes/printer";
import type { PrintOutcome, PrintWatch, PrinterDoor } from "../ports/printer";
import { adviceFor, allPrinted, cancelled, failed, finding, isBlocking, unsure } from "./conditions";
import type { Finding } from "./conditions";
import { createWaitingNote } from "./door";
import type { DoorParts, PrintRun, Progress } from "./door";
import { createExchange, IppFailure } from "./ipp-exchange";
import type { Exchange } from "./ipp-exchange";
import type { IppAnswer, IppAttribute } from "./ipp-message";
import { conditionOfPrinter, knowsWhatCameOut } from "./ipp-reasons";
import { pause } from "./waiting";

/** RFC 8011, section 5.4.15. */
const operations = {
  printJob: 0x0002,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const;
/** RFC 8011, section 5.3.7. */
const jobStates = { cancelled: 7, aborted: 8, completed: 9 } as const;
const notFoundStatus = 0x0406;
const handedOver =
  "The queue has handed everything to the printer, and cannot tell what came out: see how many labels did, and say so";
const unlimited = new AbortController().signal;

/** Formats in which a language can be sent, the best first. */
const formats: Readonly<Record<PrinterLanguage, readonly string[]>> = {
  pdf: ["application/pdf"],
  png: ["image/png"],
  zpl: ["application/vnd.zebra-zpl", "application/vnd.cups-raw", "application/octet-stream"],
  "brother-ql": ["application/vnd.cups-raw", "application/octet-stream"],
  "brother-pt": ["application/vnd.cups-raw", "application/octet-stream"],
};

type IppWay = Extract<Printer["way"], { type: "ipp" }>;

/** A printer or queue that speaks the Internet Printing Protocol. By the standard `completed` means that everything lies in the tray. */
export function createIppDoor(printer: Printer & { readonly way: IppWay }, parts: DoorParts): PrinterDoor {
  const { clock, timings } = parts;
  const exchange = createExchange({ ...parts, address: printer.way.address });

  async function ask(signal: AbortSignal): Promise<Finding & { readonly answer?: IppAnswer }> {
    try {
      const answer = await exchange(
        { operation: operations.getPrinterAttributes, attributes: wantedOfPrinter },
        signal,
      );
      if (!isDone(answer)) return finding("error", refusalInWords(answer));
      return { ...finding(conditionOfPrinter(answer)), answer };
    } catch (error) {
      if (error instanceof IppFailure) return finding("unreachable", `${error.message}. ${adviceFor("unreachable")}`);
      throw error;
    }
  }

  async function print(run: PrintRun, watch: PrintWatch, signal: AbortSignal): Promise<PrintOutcome> {
    const before = await ask(signal);
    if (isBlocking(before.condition) || !before.answer) return failed(before);
    const supported = before.answer.attributes.get("document-format-supported") ?? [];
    const format = formats[printer.language].find((name) => supported.length === 0 || supported.includes(name));
    if (format === undefined)
      return failed(
        finding("error", `The printer does not take ${printer.language.toUpperCase()}. Choose another language for it`),
      );
    const sent = await send({ run, watch, signal, format, answer: before.answer, exchange });
    if ("state" in sent) return sent;
    const ending = await follow(sent.jobId, run, watch, signal);
    return ending.state === "printed" && !knowsWhatCameOut(before.answer) ? unsure(0, handedOver) : ending;
  }

  async function follow(jobId: number, run: PrintRun, watch: PrintWatch, signal: AbortSignal): Promise<PrintOutcome> {
    const note = createWaitingNote(watch, { isSent: true, printed: 0 } satisfies Progress);
    const aboutJob: IppAttribute = { kind: "integer", name: "job-id", values: [jobId] };
    let unreachableMs = 0;
    try {
      for (;;) {
        let answer;
        try {
          answer = await exchange(
            { operation: operations.getJobAttributes, attributes: [aboutJob, wantedOfJob] },
            signal,
          );
          unreachableMs = 0;
        } catch (error) {
          if (!(error instanceof IppFailure)) throw error;
          unreachableMs += timings.pollMs;
          if (unreachableMs > timings.settleMs)
            return unsure(0, "The printer can no longer be reached. See which labels came out", "unreachable");
        }
        const ending = answer && endingOf(answer, run.labels);
        if (ending) return ending;
        const found = answer ? await ask(signal) : finding("unreachable");
        note(isBlocking(found.condition) ? found : null);
        await pause(clock, timings.pollMs, signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      await exchange({ operation: operations.cancelJob, attributes: [aboutJob] }, unlimited).catch(ignoreIppFailure);
      return cancelled(0);
    }
  }

  return {
    status: async () => {
      const { condition, message, media } = await ask(unlimited);
      return { condition, message, media, takenAt: clock.now() };
    },
    async print(run, watch, signal) {
      try {
        return await print(run, watch, signal);
      } catch (error) {
        if (signal.aborted) return cancelled(0);
        throw error;
      }
    },
  };
}

interface Sending {
  readonly run: PrintRun;
  readonly watch: PrintWatch;
  readonly signal: AbortSignal;
  readonly format: string;
  readonly answer: IppAnswer;
  readonly exchange: Exchange;
}

/** The printer's number for the job, or how it ended before there was one. */
async function send(sending: Sending): Promise<{ readonly jobId: number } | PrintOutcome> {
  const { run, watch, signal, format, answer, exchange } = sending;
  const names: readonly IppAttribute[] = [
    { kind: "name", name: "requesting-user-name", values: ["rackside"] },
    { kind: "name", name: "job-name", values: [run.title.slice(0, 200)] },
  ];
  const formatOf: IppAttribute = { kind: "mimeType", name: "document-format", values: [format] };
  const supported = answer.attributes.get("operations-supported") ?? [];
  const isInSteps = supported.includes(operations.createJob) && supported.includes(operations.sendDocument);
  const document = bytesOf(sending);
  if (!isInSteps) {
    watch.sending();
    try {
      const printed = await exchange(
        { operation: operations.printJob, attributes: [...names, formatOf], document },
        signal,
      );
      return numberOf(printed) ?? failed(finding("error", refusalInWords(printed)));
    } catch (error) {
      return outcomeOf(error);
    }
  }
  let created;
  try {
    created = await exchange({ operation: operations.createJob, attributes: names }, signal);
  } catch (error) {
    if (!(error instanceof IppFailure)) throw error;
    // A job without a document prints nothing.
    return failed(finding("unreachable", `${error.message}. ${adviceFor("unreachable")}`));
  }
  const job = numberOf(created);
  if (!job) return failed(finding("error", refusalInWords(created)));
  watch.sending();
  const attributes: readonly IppAttribute[] = [
    { kind: "integer", name: "job-id", values: [job.jobId] },
    ...names.slice(0, 1),
    formatOf,
    { kind: "boolean", name: "last-document", values: [1] },
  ];
  try {
    const taken = await exchange({ operation: operations.sendDocument, attributes, document }, signal);
    return isDone(taken) ? job : failed(finding("error", refusalInWords(taken)));
  } catch (error) {
    if (signal.aborted) {
      const cancel = { operation: operations.cancelJob, attributes: attributes.slice(0, 1) };
      await exchange(cancel, unlimited).catch(ignoreIppFailure);
    }
    // What became of it is asked by its number.
    if (error instanceof IppFailure) return job;
    throw error;
  }
}

async function* bytesOf({ run, signal }: Sending): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of run.pieces) {
    signal.throwIfAborted();
    yield bytes;
  }
}

function outcomeOf(error: unknown): PrintOutcome {
  if (!(error instanceof IppFailure)) throw error;
  if (error.kind === "not-sent") return failed(finding("unreachable", `${error.message}. ${adviceFor("unreachable")}`));
  return unsure(0, `${error.message}. See which labels came out`);
}

/** Undefined while the job goes on. */
function endingOf(answer: IppAnswer, labels: number): PrintOutcome | undefined {
  if (answer.status === notFoundStatus)
    return unsure(0, "The printer no longer knows the job. See which labels came out");
  const [state] = answer.attributes.get("job-state") ?? [];
  if (state === jobStates.completed) return allPrinted(labels);
  if (state !== jobStates.aborted && state !== jobStates.cancelled) return undefined;
  const words = state === jobStates.aborted ? "The printer gave the job up" : "The job was cancelled at the printer";
  const [impressions] = answer.attributes.get("job-impressions-completed") ?? [];
  if (impressions === 0) return failed(finding("error", `${words}; nothing came out`));
  return unsure(0, `${words}. See which labels came out`);
}

const wantedOfPrinter: readonly IppAttribute[] = [
  {
    kind: "keyword",
    name: "requested-attributes",
    values: [
      "printer-state",
      "printer-state-reasons",
      "printer-is-accepting-jobs",
      "operations-supported",
      "document-format-supported",
      "cups-version",
      "device-uri",
    ],
  },
];
const wantedOfJob: IppAttribute = {
  kind: "keyword",
  name: "requested-attributes",
  values: ["job-state", "job-state-reasons", "job-impressions-completed"],
};

function isDone(answer: IppAnswer): boolean {
  return answer.status < 0x0100;
}

function numberOf(answer: IppAnswer): { readonly jobId: number } | undefined {
  const [jobId] = answer.attributes.get("job-id") ?? [];
  return isDone(answer) && typeof jobId === "number" ? { jobId } : undefined;
}

function refusalInWords({ status, attributes }: IppAnswer): string {
  const [words] = attributes.get("status-message") ?? [];
  const code = `IPP 0x${status.toString(16).padStart(4, "0")}`;
  return typeof words === "string" && words !== ""
    ? `The printer refused: ${words} (${code})`
    : `The printer refused (${code})`;
}

function ignoreIppFailure(error: unknown): void {
  if (!(error instanceof IppFailure)) throw error;
}
