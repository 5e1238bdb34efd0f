import type { LabelValues } from "../contract/shapes/label";
import type { LabelPiece, LabelPress, LabelRun } from "../ports/label";
import { createLabelGrid } from "./layout/label-grid";
import { layOut } from "./layout/layout";
import type { Layout } from "./layout/layout";
import { createRasterJob } from "./outputs/brother/raster-job";
import { toDrawing } from "./outputs/drawing";
import { createPdfDocument } from "./outputs/pdf/pdf-document";
import { toPng } from "./outputs/png";
import { createRasterizer, rasterize } from "./outputs/rasterizer";
import { zplLabel } from "./outputs/zpl/zpl-label";
import { createTypefaces } from "./type/typefaces";
import type { Typefaces } from "./type/typefaces";

/** The press on this machine. It keeps nothing but the program's type. */
export function createLabelPress(): LabelPress {
  const typefaces = createTypefaces();
  return {
    draw: (label) => toDrawing(layOut(label, typefaces), typefaces),
    check: (label) => layOut(label, typefaces).remarks,
    run: (run) => inTurns(run.signal, piecesOf(run, typefaces)),
  };
}

function piecesOf(run: LabelRun, typefaces: Typefaces): Generator<LabelPiece> {
  switch (run.device.language) {
    case "pdf":
      return pdfPieces(run, typefaces);
    case "zpl":
      return zplPieces(run, typefaces);
    case "png":
      return pngPieces(run, typefaces);
    case "brother-ql":
    case "brother-pt":
      return rasterPieces(run, typefaces);
  }
}

function* layouts(run: LabelRun, typefaces: Typefaces): Generator<Layout> {
  const grid = createLabelGrid(run.template, run.stock, run.device);
  const toLayout = (values: LabelValues): Layout => layOut({ ...run, values }, typefaces, grid);
  for (const values of run.values) yield toLayout(values);
}

function* pdfPieces(run: LabelRun, typefaces: Typefaces): Generator<LabelPiece> {
  const document = createPdfDocument(run.stock, run.device.dpi, run.startPosition, typefaces);
  for (const layout of layouts(run, typefaces)) {
    document.add(layout);
    const piece = document.take();
    if (piece.bytes.length > 0) yield piece;
  }
  yield document.end();
}

function* zplPieces(run: LabelRun, typefaces: Typefaces): Generator<LabelPiece> {
  const rasterizer = createRasterizer(typefaces);
  let labels = 0;
  for (const layout of layouts(run, typefaces)) {
    labels += 1;
    yield { bytes: Buffer.from(zplLabel(layout, rasterizer), "latin1"), labels };
  }
}

/** Each piece is a picture, a file of its own. */
function* pngPieces(run: LabelRun, typefaces: Typefaces): Generator<LabelPiece> {
  const rasterizer = createRasterizer(typefaces);
  let labels = 0;
  for (const layout of layouts(run, typefaces)) {
    labels += 1;
    yield { bytes: toPng(rasterize(layout, rasterizer), run.device.dpi), labels };
  }
}

/** The last label is told apart from the others, so each waits until it is known whether one follows. */
function* rasterPieces(run: LabelRun, typefaces: Typefaces): Generator<LabelPiece> {
  const rasterizer = createRasterizer(typefaces);
  const job = createRasterJob(run.stock, run.device);
  const toPiece = (layout: Layout, labels: number, isLast: boolean): LabelPiece => ({
    bytes: job.label(layout, rasterize(layout, rasterizer), { isFirst: labels === 1, isLast }),
    labels,
  });
  let waiting: Layout | undefined;
  let labels = 0;
  for (const layout of layouts(run, typefaces)) {
    if (waiting !== undefined) yield toPiece(waiting, labels, false);
    waiting = layout;
    labels += 1;
  }
  if (waiting !== undefined) yield toPiece(waiting, labels, true);
}

const longestTurnMs = 15;

/** Lets the rest of the program have its turn every few milliseconds, and ends when the signal says so. */
async function* inTurns(signal: AbortSignal | undefined, pieces: Iterable<LabelPiece>): AsyncGenerator<LabelPiece> {
  let turnStartedAt = performance.now();
  for (const piece of pieces) {
    if (signal?.aborted === true) return;
    yield piece;
    if (performance.now() - turnStartedAt < longestTurnMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turnStartedAt = performance.now();
  }
}
