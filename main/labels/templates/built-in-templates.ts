import type { LabelElement, LabelKind, Template } from "../../contract/shapes/label";
import { cableFlag, cableLine, cableTapeWrap, cableWrap } from "./cable";
import { rows, text } from "./elements";
import { designSizes, isSquare, leastQrSide } from "./sizes";
import type { DesignSize } from "./sizes";
import { labelOfThing, labelWithBars } from "./thing";
import type { Fact } from "./thing";

/** One look of a kind: where it makes sense, and its elements. */
interface Design {
  readonly kind: LabelKind;
  /** Part of the id; never changes, because records of prints name it. */
  readonly key: string;
  readonly name: string;
  readonly isFor: (size: DesignSize) => boolean;
  readonly elements: (size: DesignSize) => LabelElement[];
}

const serverFacts: readonly Fact[] = [
  { id: "name", content: "{name}", share: 6.4, isBold: true, lines: 2 },
  { id: "place", content: "{place}", share: 4, isBold: true },
  { id: "serial", content: "S/N {serial}", share: 2.4 },
  { id: "service", content: "{service} · {side}", share: 2.4 },
  { id: "contact", content: "{contact}", share: 2.4 },
];
const rackFacts: readonly Fact[] = [
  { id: "name", content: "{name}", share: 8, isBold: true },
  { id: "place", content: "{place}", share: 4, isBold: true },
  { id: "side", content: "{side}", share: 2.4 },
  { id: "contact", content: "{contact}", share: 2.4 },
];
const portFacts: readonly Fact[] = [
  { id: "port", content: "{port}", share: 6, isBold: true },
  { id: "device", content: "{device}", share: 4, isBold: true },
  { id: "place", content: "{place}", share: 3 },
  { id: "far", content: "→ {far}", share: 3 },
];

const anywhere = (): boolean => true;
const isTape = ({ width, height }: DesignSize): boolean => height < 20 && width > height * 1.5;
const hasRoomForBars = ({ width, height }: DesignSize): boolean => width >= 46 && height >= 22 && width > height * 1.5;
const isMoreThanADot = ({ height }: DesignSize): boolean => height < 5 || height > 6;

const designs: readonly Design[] = [
  thing("server", "Server", serverFacts),
  {
    kind: "server",
    key: "server-bars",
    name: "Server with Code 128",
    isFor: hasRoomForBars,
    elements: (size) => labelWithBars(size, serverFacts),
  },
  thing("rack", "Rack", rackFacts),
  thing("port", "Port", portFacts),
  {
    kind: "cable",
    key: "cable-line",
    name: "Cable, in line",
    isFor: (size) => isMoreThanADot(size) && (size.height < leastQrSide || isTape(size) || isSquare(size)),
    elements: cableLine,
  },
  {
    kind: "cable",
    key: "cable-wrap",
    name: "Cable, wrapped",
    isFor: (size) => size.height >= leastQrSide && !isTape(size),
    elements: cableWrap,
  },
  {
    kind: "cable",
    key: "cable-tape-wrap",
    name: "Cable, tape wound around",
    isFor: (size) => isTape(size) && size.height >= 13 && size.width >= 60,
    elements: cableTapeWrap,
  },
  {
    kind: "cable",
    key: "cable-flag",
    name: "Cable, flag",
    isFor: (size) => size.width >= 45 && size.height >= 6 && !isSquare(size),
    elements: cableFlag,
  },
  { kind: "text", key: "text", name: "Text", isFor: isMoreThanADot, elements: textLines },
];

/** Every built-in template; of each kind the largest stands first, so that the first one that fits a stock fills it best. */
export const builtInTemplates: readonly Template[] = designs
  .flatMap((design) => designSizes.filter(design.isFor).map((size) => templateOf(design, size)))
  .sort((left, right) => right.width * (right.height ?? 0) - left.width * (left.height ?? 0));

function thing(kind: "server" | "rack" | "port", name: string, facts: readonly Fact[]): Design {
  return { kind, key: kind, name, isFor: anywhere, elements: (size) => labelOfThing(size, facts) };
}

function textLines({ width, height }: DesignSize): LabelElement[] {
  if (height < 6) return [text("line", [0, 0, width, height < 3.5 ? 2.8 : height], "{line1}", { isBold: true })];
  const lineCount = lineCountFor({ width, height });
  const lines = ["line1", "line2", "line3", "line4"].slice(0, lineCount);
  return rows(
    [0, 0, width, height],
    lines.map((line, place) => ({
      id: line,
      content: `{${line}}`,
      share: place === 0 ? 1.5 : 1,
      style: { isBold: place === 0, lines: isSquare({ width, height }) ? 2 : 1 },
    })),
  );
}

/** As many of the four lines as stay readable; squares give each line room for two. */
function lineCountFor(size: DesignSize): number {
  const { height } = size;
  if (isSquare(size)) return height < 15 ? 2 : height < 20 ? 3 : 4;
  return height < 13 ? 2 : height < leastQrSide ? 3 : 4;
}

function templateOf(design: Design, { width, height }: DesignSize): Template {
  return {
    id: `built-in:${design.key}-${String(width)}x${String(height)}`,
    revision: 1,
    version: 1,
    isBuiltIn: true,
    name: `${design.name} ${String(width)} × ${String(height)} mm`,
    kind: design.kind,
    width,
    height,
    elements: design.elements({ width, height }),
  };
}
