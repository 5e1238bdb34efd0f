import type { LabelElement } from "../../contract/shapes/label";
import type { DesignSize } from "./sizes";
import { code, rows, text } from "./elements";
import type { Box } from "./elements";
import { isSquare, leastDataMatrixSide, leastQrSide } from "./sizes";

/** One row of what a thing's label tells, the most important first. */
export interface Fact {
  readonly id: string;
  readonly content: string;
  /** Share of the height beside the other rows. */
  readonly share: number;
  readonly isBold?: boolean;
  readonly lines?: number;
}

/**
 * The label of something that has a short id: code at the left with the id under it, facts at the right. Lower areas lose facts from
 * the end, then the QR code for a Data Matrix, which needs fewer modules, then the code. Squares have the code above the facts.
 */
export function labelOfThing(size: DesignSize, facts: readonly Fact[]): LabelElement[] {
  if (isSquare(size)) return square(size, facts);
  const { width, height } = size;
  if (height < leastDataMatrixSide) return [oneLine(size, facts)];
  if (height < leastQrSide) {
    const kept = facts.slice(0, height < 12 ? 2 : 3);
    return [
      code("data-matrix", [0, 0, height, height]),
      ...factRows([height + 0.8, 0, width - height - 0.8, height], kept),
    ];
  }
  if (height < 20) {
    const withId = [...facts.slice(0, 2), idFact, ...facts.slice(2, width < 40 ? 3 : 4)];
    return [code("qr", [0, 0, height, height]), ...factRows([height, 0, width - height, height], withId)];
  }
  const idHeight = Math.min(6, Math.max(2.4, height * 0.12));
  const side = Math.min(height - idHeight, width * 0.45);
  return [
    code("qr", [0, 0, side, side]),
    idUnder([0, side, side, idHeight]),
    ...factRows([side + 0.5, 0, width - side - 0.5, height], facts),
  ];
}

/** The same with a Code 128 across the foot, for scanners that read nothing else. */
export function labelWithBars({ width, height }: DesignSize, facts: readonly Fact[]): LabelElement[] {
  const idHeight = Math.min(5, Math.max(2.4, height * 0.11));
  const barsHeight = height * 0.42;
  const gap = 0.5;
  const factsHeight = height - barsHeight - idHeight;
  return [
    ...factRows([0, 0, width, factsHeight], facts.slice(0, factsHeight < 14 ? 2 : 4)),
    code("code128", [0, factsHeight + gap, width, barsHeight - 2 * gap]),
    idUnder([0, height - idHeight, width, idHeight]),
  ];
}

const idFact: Fact = { id: "code-id", content: "{id}", share: 2.7, isBold: true };

function square({ width, height }: DesignSize, facts: readonly Fact[]): LabelElement[] {
  if (height < 10) return [code("data-matrix", [0, 0, width, height])];
  if (height < 15) return [code("data-matrix", [1.5, 0, width - 3, height - 3]), idUnder([0, height - 3, width, 3])];
  if (height < 20) return [code("qr", [1.2, 0, width - 2.4, height - 2.4]), idUnder([0, height - 2.4, width, 2.4])];
  if (height < 30) {
    const [first] = facts;
    const side = height - 6;
    return [
      code("qr", [(width - side) / 2, 0, side, side]),
      idUnder([0, side, width, 2.6]),
      ...(first ? [text(first.id, [0, side + 2.6, width, 3.4], first.content, { isBold: true, align: "centre" })] : []),
    ];
  }
  const side = height * 0.5;
  return [
    code("qr", [(width - side) / 2, 0, side, side]),
    idUnder([0, side, width, height * 0.08]),
    ...factRows([0, height * 0.58, width, height * 0.42], facts.slice(0, 3), "centre"),
  ];
}

function oneLine({ width, height }: DesignSize, facts: readonly Fact[]): LabelElement {
  const [first] = facts;
  const content = height < 3.5 || first === undefined ? "{id}" : `${first.content} · {id}`;
  return text("line", [0, 0, width, height < 3.5 ? 2.8 : height], content, { isBold: true });
}

function idUnder(box: Box): LabelElement {
  return text("code-id", box, "{id}", { isBold: true, align: "centre" });
}

function factRows(box: Box, facts: readonly Fact[], align: "start" | "centre" = "start"): LabelElement[] {
  return rows(
    box,
    facts.map(({ id, content, share, isBold = false, lines = 1 }) => ({
      id,
      content,
      share,
      style: { isBold, align, lines },
    })),
  );
}
