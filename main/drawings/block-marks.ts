import type { RackBlock } from "../contract/shapes/rack";
import { boxMark, hatch, ink } from "./marks";
import type { Box, BoxMark, Mark } from "./marks";
import type { SetLine } from "./set-line";
import type { Words } from "./words";

/** How a kind of block looks: told apart by tint and by stroke, so that black and white paper shows it too. */
const looks: Readonly<Record<RackBlock["kind"], Partial<BoxMark> & { readonly hatchGap?: number }>> = {
  server: { fill: "#dbe6f4", stroke: "#31517a" },
  planned: { fill: "#f3f8ff", stroke: "#31517a", isDashed: true },
  reserved: { fill: "#fff4d6", stroke: "#8a6100", hatchGap: 2.4 },
  "panel-reserved": { fill: "#fff4d6", stroke: "#8a6100", hatchGap: 1.2 },
  "service-unit": { fill: "#d9d9d9", stroke: "#4a4a4a" },
};

const hatchInk: Readonly<Partial<Record<RackBlock["kind"], string>>> = {
  reserved: "#e2c178",
  "panel-reserved": "#e2c178",
};

const overlapInk = "#b00020";
const capShare = 0.36;

/** A kind as it looks, without words; for blocks and for the legend. */
export function kindMarks(kind: RackBlock["kind"], box: Box): Mark[] {
  const { hatchGap, ...look } = looks[kind];
  const stroke = hatchInk[kind];
  return [
    boxMark(box, { ...look, stroke: null }),
    ...(hatchGap === undefined || stroke === undefined
      ? []
      : [{ type: "lines" as const, lines: hatch(box, hatchGap), stroke, strokeWidth: 0.12 }]),
    boxMark(box, { ...look, fill: null, strokeWidth: 0.25 }),
  ];
}

interface BlockWords {
  readonly words: Words;
  readonly day: (iso: string) => string;
}

/** A block with what it is: in two lines where it is high enough, in one otherwise. */
export function blockMarks(
  block: RackBlock,
  box: Box,
  unitHeight: number,
  setLine: SetLine,
  words: BlockWords,
): Mark[] {
  const [title, detail] = textOf(block, words);
  const size = Math.min(3, unitHeight * 0.56);
  const padding = Math.min(1.2, box.width * 0.03);
  const place = (y: number) => ({ x: box.x + padding, y, room: box.width - 2 * padding });
  const middle = box.y + box.height / 2;
  const lines =
    detail !== "" && box.height >= size * 2.6
      ? [
          setLine(title, place(middle - size * 0.2), { size, face: "bold" }),
          setLine(detail, place(middle + size * 0.9), { size: size * 0.88, color: ink }),
        ]
      : besideEachOther(title, detail, place(middle + size * capShare), size, setLine);
  const outline = block.overlaps ? [boxMark(box, { stroke: overlapInk, strokeWidth: 0.7 })] : [];
  return [...kindMarks(block.kind, box), ...outline, ...onPaper(lines, block.kind, size)];
}

function besideEachOther(
  title: string,
  detail: string,
  place: { readonly x: number; readonly y: number; readonly room: number },
  size: number,
  setLine: SetLine,
) {
  // What is behind the title says who it is for; it always keeps a third of the line.
  const first = setLine(
    title,
    { ...place, room: detail === "" ? place.room : place.room * 0.62 },
    { size, face: "bold" },
  );
  const used = first ? first.width + size * 0.5 : 0;
  const second = setLine(detail, { ...place, x: place.x + used, room: place.room - used }, { size: size * 0.88 });
  return [first, second];
}

/** Text on hatching stands on a plain ground, so that strokes do not run through the letters. */
function onPaper(lines: readonly (Mark | undefined)[], kind: RackBlock["kind"], size: number): Mark[] {
  return lines.flatMap((line) => {
    if (line?.type !== "text") return [];
    const fill = looks[kind].fill ?? null;
    const ground = { x: line.x - 0.4, y: line.y - size * 0.82, width: line.width + 0.8, height: size * 1.08 };
    return hatchInk[kind] === undefined ? [line] : [boxMark(ground, { fill }), line];
  });
}

function textOf(block: RackBlock, { words, day }: BlockWords): [title: string, detail: string] {
  const number = block.serviceNumber === null ? "" : `C-${String(block.serviceNumber)}`;
  const until = block.until === "" ? "" : words.until(day(block.until));
  const isOurs = block.reservationId !== null;
  switch (block.kind) {
    case "server":
    case "planned":
      // Equipment that is no server has nothing behind it but the panel's word.
      if (block.serverId === null && block.serviceId === null) return [block.title, words.inPanel];
      return [block.title, joined([block.title === number ? "" : number, block.detail])];
    case "reserved":
      return [block.detail, joined([words.kinds.reserved, until])];
    case "panel-reserved":
      return [words.kinds.reserved, joined([until, words.inPanel])];
    case "service-unit":
      return isOurs ? [block.detail, ""] : [words.kinds["service-unit"], words.inPanel];
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
