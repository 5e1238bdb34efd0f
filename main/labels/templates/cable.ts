import type { LabelElement } from "../../contract/shapes/label";
import { text, uprightText } from "./elements";
import { isSquare } from "./sizes";
import type { DesignSize } from "./sizes";

const bothEnds = "{near} → {far}";

/** Both ends in one line, or in two where the height allows; for tubes and narrow tape. */
export function cableLine({ width, height }: DesignSize): LabelElement[] {
  if (height < 6) return [text("ends", [0, 0, width, height < 3.5 ? 2.8 : height], bothEnds, { isBold: true })];
  const half = height / 2;
  const lines = isSquare({ width, height }) ? 2 : 1;
  return [
    text("near", [0, 0, width, half], "{near}", { isBold: true, lines }),
    text("far", [0, half, width, half], "→ {far}", { lines }),
  ];
}

/** The line pairs again and again down the label, so that one of them is in sight however the label lies around the cable. */
export function cableWrap({ width, height }: DesignSize): LabelElement[] {
  const pairs = Math.max(1, Math.floor(height / 8));
  const pairHeight = height / pairs;
  return Array.from({ length: pairs }, (_, place) => {
    const top = place * pairHeight;
    const lineHeight = (pairHeight - 0.6) / 2;
    const number = String(place + 1);
    return [
      text(`near-${number}`, [0, top, width, lineHeight], "{near}", { isBold: true }),
      text(`far-${number}`, [0, top + lineHeight, width, lineHeight], "→ {far}"),
    ];
  }).flat();
}

/** The same for tape that is wound around: the lines run across the tape, which is along the cable. */
export function cableTapeWrap({ width, height }: DesignSize): LabelElement[] {
  const pairs = Math.max(1, Math.floor(width / 10));
  const pairWidth = width / pairs;
  return Array.from({ length: pairs }, (_, place) => {
    const left = width - (place + 1) * pairWidth;
    const lineWidth = (pairWidth - 1) / 2;
    const number = String(place + 1);
    return [
      uprightText(`far-${number}`, [left, 0, lineWidth, height], "→ {far}"),
      uprightText(`near-${number}`, [left + lineWidth, 0, lineWidth, height], "{near}", { isBold: true }),
    ];
  }).flat();
}

/** Two equal halves with room for the cable between them; the label is folded over the cable and both sides can be read. */
export function cableFlag({ width, height }: DesignSize): LabelElement[] {
  const fold = Math.min(14, width * 0.2);
  const half = (width - fold) / 2;
  const line = height / 2;
  return [0, half + fold].flatMap((left, side) => [
    text(`near-${String(side + 1)}`, [left, 0, half, line], "{near}", { isBold: true, align: "centre", lines: 2 }),
    text(`far-${String(side + 1)}`, [left, line, half, line], "→ {far}", { align: "centre", lines: 2 }),
  ]);
}
