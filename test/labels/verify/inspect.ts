import type { Drawing, LabelRemark, LabelValues, Stock, Template } from "../../../main/contract/shapes/label";
import { placeTemplate } from "../../../main/labels/layout/placement";
import type { LabelDevice, LabelPress } from "../../../main/ports/label";
import { blur, crop, isDark, photograph } from "./picture";
import type { Box, Picture } from "./picture";
import { readCodes } from "./read-code";

/** One label as it came back from a renderer. */
export interface Printed {
  readonly template: Template;
  readonly stock: Stock;
  readonly device: LabelDevice;
  readonly values: LabelValues;
  readonly picture: Picture;
  /** The picture shows the label as it is read, not as it is fed. */
  readonly isAsRead: boolean;
  /** The reader has to find the code on the whole label; otherwise it is shown the surroundings, which takes less time. */
  readonly isWholeRead: boolean;
}

export interface Finding {
  readonly hasCode: boolean;
  readonly remarks: readonly LabelRemark[];
  readonly geometry: readonly string[];
  readonly unreadable: readonly string[];
}

/** Renderers may be off by so much, in millimetres. */
const tolerance = 0.2;
const codeRules: ReadonlySet<string> = new Set([
  "small-module",
  "quiet-zone",
  "code-too-large",
  "code-content",
  "empty-content",
]);
const quietModules = { qr: [4, 4], "data-matrix": [1, 1], code128: [10, 0] } as const;

/** Whether the remarks say that the code need not be readable. */
export function isWarned(remarks: readonly LabelRemark[]): boolean {
  return remarks.some(({ rule }) => codeRules.has(rule));
}

/** Measures the picture and reads its code: as it is, blurred by a dot, and turned by 2°. */
export async function inspect(printed: Printed, press: LabelPress): Promise<Finding> {
  const drawing = press.draw(printed);
  const { remarks } = drawing;
  const codes = printed.template.elements.filter((element) => element.type === "code");
  const [code] = codes;
  const expected = code === undefined ? undefined : boundsOf(drawing, code.id);
  if (code === undefined || expected === undefined || isWarned(remarks))
    return {
      hasCode: false,
      remarks,
      geometry: isBlank(printed.picture) ? ["nothing is printed"] : [],
      unreadable: [],
    };
  const box = onPicture(expected.box, drawing, printed);
  const [sides, ends] = quietModules[code.symbology];
  const quiet = grow(box, expected.module * sides, expected.module * ends, isTurned(printed));
  return {
    hasCode: true,
    remarks,
    geometry: [...measure(printed.picture, box, quiet), ...isCentred(printed, expected.box, code.id)],
    unreadable: await readBack(printed, quiet, code.symbology),
  };
}

/** Page and label must be as large as the stock says; null where the length follows the content. */
export function wrongSize(
  picture: Picture,
  size: { readonly width: number; readonly height: number | null },
): readonly string[] {
  const width = picture.width / picture.scale;
  const height = picture.height / picture.scale;
  const isOff = (actual: number, wanted: number): boolean => Math.abs(actual - wanted) > tolerance;
  return isOff(width, size.width) || (size.height !== null && isOff(height, size.height))
    ? [`it is ${width.toFixed(2)} × ${height.toFixed(2)} mm`]
    : [];
}

function boundsOf(drawing: Drawing, elementId: string): { box: Box; module: number } | undefined {
  const rectangles = drawing.marks.flatMap((mark) =>
    mark.type === "bars" && mark.elementId === elementId ? mark.rectangles : [],
  );
  if (rectangles.length === 0) return undefined;
  const left = Math.min(...rectangles.map(([x]) => x));
  const top = Math.min(...rectangles.map(([, y]) => y));
  const right = Math.max(...rectangles.map(([x, , width]) => x + width));
  const bottom = Math.max(...rectangles.map(([, y, , height]) => y + height));
  const module = Math.min(...rectangles.map(([, , width]) => width));
  return { box: { x: left, y: top, width: right - left, height: bottom - top }, module };
}

function isTurned({ template, stock, isAsRead }: Printed): boolean {
  return !isAsRead && placeTemplate(template, stock).isTurned;
}

/** From millimetres on the label as it is read to millimetres on the picture. */
function onPicture(box: Box, drawing: Drawing, printed: Printed): Box {
  const fed = isTurned(printed)
    ? { x: drawing.height - box.y - box.height, y: box.x, width: box.height, height: box.width }
    : box;
  return { ...fed, x: fed.x - printed.picture.x, y: fed.y - printed.picture.y };
}

function grow(box: Box, sides: number, ends: number, isTurnedBox: boolean): Box {
  const [x, y] = isTurnedBox ? [ends, sides] : [sides, ends];
  return { x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y };
}

/** Where the dark part begins and ends inside its quiet zone, and whether that zone is white. */
function measure(picture: Picture, box: Box, quiet: Box): string[] {
  const { scale } = picture;
  const slack = tolerance * scale;
  const [left, top] = [Math.round(quiet.x * scale + slack), Math.round(quiet.y * scale + slack)];
  const right = Math.round((quiet.x + quiet.width) * scale - slack);
  const bottom = Math.round((quiet.y + quiet.height) * scale - slack);
  let [darkLeft, darkTop, darkRight, darkBottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (!isDark(picture, x, y)) continue;
      [darkLeft, darkTop] = [Math.min(darkLeft, x), Math.min(darkTop, y)];
      [darkRight, darkBottom] = [Math.max(darkRight, x + 1), Math.max(darkBottom, y + 1)];
    }
  }
  const edges = [
    ["left", darkLeft / scale, box.x],
    ["top", darkTop / scale, box.y],
    ["right", darkRight / scale, box.x + box.width],
    ["bottom", darkBottom / scale, box.y + box.height],
  ] as const;
  // Bars have no quiet zone above and below: there the search ends where they do.
  return edges
    .filter(([, actual, wanted]) => !(Math.abs(actual - wanted) <= tolerance + 1 / scale))
    .map(
      ([edge, actual, wanted]) =>
        `the code's ${edge} edge is at ${actual.toFixed(2)} instead of ${wanted.toFixed(2)} mm`,
    );
}

/** The code must stand in the middle of the box that the template gives it. */
function isCentred({ template, stock, device }: Printed, box: Box, elementId: string): string[] {
  const element = template.elements.find(({ id }) => id === elementId);
  if (element === undefined) return [];
  const placement = placeTemplate(template, stock);
  const dot = 25.4 / device.dpi;
  const offX = box.x + box.width / 2 - (placement.x + element.x + element.width / 2);
  const offY = box.y + box.height / 2 - (placement.y + element.y + element.height / 2);
  return Math.max(Math.abs(offX), Math.abs(offY)) > tolerance + dot
    ? [`the code is off the middle of its box by ${offX.toFixed(2)}, ${offY.toFixed(2)} mm`]
    : [];
}

async function readBack(
  { picture, values, isWholeRead: wholePicture }: Printed,
  quiet: Box,
  symbology: keyof typeof quietModules,
): Promise<string[]> {
  const { scale } = picture;
  const margin = 1.5;
  const around = crop(picture, {
    x: (quiet.x - margin) * scale,
    y: (quiet.y - margin) * scale,
    width: (quiet.width + 2 * margin) * scale,
    height: (quiet.height + 2 * margin) * scale,
  });
  const looks = [
    ["as it is", wholePicture ? picture : around],
    ["blurred", blur(around)],
    ["turned by 2°", photograph(around, 2)],
  ] as const;
  const problems: string[] = [];
  for (const [look, seen] of looks) {
    const codes = await readCodes(seen);
    const isRead = codes.some((code) => code.symbology === symbology && code.text === values.id && !code.isMirrored);
    if (!isRead) problems.push(`${look} the reader sees ${JSON.stringify(codes.map(({ text }) => text))}`);
  }
  return problems;
}

function isBlank(picture: Picture): boolean {
  return picture.data.every((grey) => grey >= 128);
}
