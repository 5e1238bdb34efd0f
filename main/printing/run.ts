import type { Printer } from "../contract/shapes/printer";
import { valuesOfRun } from "../domain/print-run";
import type { LabelPress } from "../ports/label";
import type { PrinterDoor } from "../ports/printer";
import type { PrintJobRecord } from "../ports/label-store";

/** The labels of a job that are not known to have come out, on a part-used sheet behind those that are. */
export function runOf(
  press: LabelPress,
  job: PrintJobRecord,
  { language, dpi, headDots, model }: Printer,
  signal: AbortSignal,
): Parameters<PrinterDoor["print"]>[0] {
  const { id: jobId, request, template, stock, title, labels, printed } = job;
  const places = stock.sheet ? stock.sheet.columns * stock.sheet.rows : 1;
  return {
    jobId,
    title,
    labels: labels - printed,
    pieces: press.run({
      template,
      stock,
      device: { language, dpi, headDots, model },
      values: valuesOfRun(job.values, request, printed),
      startPosition: (request.startPosition + printed) % places,
      signal,
    }),
  };
}
