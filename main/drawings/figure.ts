import type { RackFace } from "../contract/shapes/rack";
import { freeRuns, overlap } from "../domain/rack-units";
import type { Placed } from "../domain/rack-units";
import type { DrawnRack, RackDrawing } from "../ports/rack-drawing";
import { blockMarks } from "./block-marks";
import { boxMark, ink, quietInk } from "./marks";
import type { Box, Mark } from "./marks";
import type { SetLine } from "./set-line";
import { createFormats, wordsOf } from "./words";

/** Millimetres. */
export const figureHead = 25;
const numberColumn = 5.5;
const faceGap = 2.5;
const freeInk = "#9aa0a6";
/** Free runs from this height on tell how high they are. */
const countedRun = 2;

/** Where one rack is drawn: its left edge, its width, and where its feet stand. All racks of a row stand on one floor. */
export interface FigurePlace {
  readonly x: number;
  readonly width: number;
  readonly floor: number;
  readonly unitHeight: number;
}

export type DrawFigure = (rack: DrawnRack, place: FigurePlace) => Mark[];

/** Draws racks as this drawing wants them: a head with figures, and every face with its units. */
export function createFigures(drawing: RackDrawing, setLine: SetLine): DrawFigure {
  const { faces, language } = drawing;
  const words = wordsOf[language];
  const formats = createFormats(drawing);

  function head(rack: DrawnRack, { x, width, floor, unitHeight }: FigurePlace): (Mark | undefined)[] {
    const top = floor - rack.size * unitHeight - figureHead;
    const line = (y: number) => ({ x, y: top + y, room: width });
    const { use, capacity } = rack;
    const { measures } = words;
    const power = (watts: number) => formats.amount(watts, measures.watts, measures.kilowatts);
    const bandwidth = (mbit: number) => formats.amount(mbit, measures.megabits, measures.gigabits);
    const sold = [
      words.power(power(use.powerSoldWatts), capacity.powerWatts === null ? null : power(capacity.powerWatts)),
      words.bandwidth(
        bandwidth(use.bandwidthSoldMbit),
        capacity.bandwidthMbit === null ? null : bandwidth(capacity.bandwidthMbit),
      ),
    ];
    const place = [rack.locationName, rack.dataCentreName].filter((text) => text !== "").join(" · ");
    const free = rack.freeUnits === null ? words.notRead : words.freeOf(use.free, use.longestFreeRun);
    return [
      setLine(rack.name, line(4), { size: 4.4, face: "bold" }),
      setLine(place, line(7.2), { size: 2.5, color: quietInk }),
      setLine(`${words.units(rack.size)} · ${free}`, line(10.4), { size: 2.6 }),
      setLine(sold[0] ?? "", line(13.4), { size: 2.5 }),
      setLine(sold[1] ?? "", line(16.2), { size: 2.5 }),
      setLine(words.asOf(formats.instant(rack.takenAt)), line(19), { size: 2.3, color: quietInk }),
    ];
  }

  function faceColumn(rack: DrawnRack, face: RackFace, box: Box, unitHeight: number): (Mark | undefined)[] {
    const blocks = rack.blocks.filter((block) => block.faces.includes(face));
    const units = { x: box.x + numberColumn, width: box.width - numberColumn };
    const boxOf = (bottom: number, height: number): Box => ({
      ...units,
      y: box.y + (rack.size - bottom - height + 1) * unitHeight,
      height: height * unitHeight,
    });
    const size = Math.min(2.3, unitHeight * 0.5);
    const numbers = Array.from({ length: rack.size }, (_, below) => {
      const { y } = boxOf(below + 1, 1);
      const place = { x: units.x - 0.8, y: y + unitHeight / 2 + size * 0.36, room: numberColumn };
      return setLine(String(below + 1), place, { size, color: quietInk, align: "end" });
    });
    const free = freeRuns(rack.size, blocks, [face]).flatMap(({ bottom, height }) => {
      const boxes = Array.from({ length: height }, (_, above) =>
        boxMark(boxOf(bottom + above, 1), { stroke: freeInk, strokeWidth: 0.12 }),
      );
      const top = boxOf(bottom + height - 1, 1);
      const place = { x: top.x + top.width - 1, y: top.y + unitHeight / 2 + size * 0.36, room: top.width - 2 };
      const count = height < countedRun ? "" : words.units(height);
      return [...boxes, setLine(count, place, { size, color: quietInk, align: "end" })];
    });
    const taken = blocks.flatMap((block) => {
      const run = within(block, rack.size);
      if (!run) return [];
      const [lane, lanes] = laneOf(block, blocks);
      const whole = boxOf(run.bottom, run.height);
      const part = { ...whole, x: whole.x + (whole.width / lanes) * lane, width: whole.width / lanes };
      return blockMarks(block, part, unitHeight, setLine, { words, day: formats.day });
    });
    const frame = boxMark(boxOf(1, rack.size), { stroke: ink, strokeWidth: 0.4 });
    const title = { x: units.x, y: box.y - 0.9, room: units.width };
    return [...numbers, ...free, ...taken, frame, setLine(words.faces[face], title, { size: 2.3, color: quietInk })];
  }

  return (rack, place) => {
    const width = (place.width - faceGap * (faces.length - 1)) / faces.length;
    const y = place.floor - rack.size * place.unitHeight;
    const columns = faces.flatMap((face, index) => {
      const box = { x: place.x + index * (width + faceGap), y, width, height: rack.size * place.unitHeight };
      return faceColumn(rack, face, box, place.unitHeight);
    });
    return [...head(rack, place), ...columns].filter((mark) => mark !== undefined);
  };
}

/** The part of a block that lies inside the rack. */
function within(
  { bottom, height }: Placed,
  size: number,
): { readonly bottom: number; readonly height: number } | undefined {
  const top = Math.min(size, bottom + height - 1);
  return bottom > size ? undefined : { bottom, height: top - bottom + 1 };
}

/** Blocks that claim the same units stand beside each other. */
function laneOf(block: Placed, blocks: readonly Placed[]): readonly [lane: number, lanes: number] {
  const rivals = blocks.filter((one) => one === block || overlap(one, block));
  return [rivals.indexOf(block), rivals.length];
}
