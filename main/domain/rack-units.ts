import type { RackBlock, RackFace, UnitRun } from "../contract/shapes/rack";

/** Units of a rack on one or both of its faces. */
export interface Placed extends UnitRun {
  readonly faces: readonly RackFace[];
}

/** Do both claim a unit on the same face. */
export function overlap(one: Placed, other: Placed): boolean {
  const share = one.bottom < other.bottom + other.height && other.bottom < one.bottom + one.height;
  return share && one.faces.some((face) => other.faces.includes(face));
}

/** Runs of units that nothing claims on any of these faces, lowest first. */
export function freeRuns(size: number, blocks: readonly Placed[], faces: readonly RackFace[]): UnitRun[] {
  const runs: { bottom: number; height: number }[] = [];
  for (let unit = 1; unit <= size; unit += 1) {
    const wanted = { bottom: unit, height: 1, faces };
    if (blocks.some((block) => overlap(block, wanted))) continue;
    const last = runs.at(-1);
    if (last && last.bottom + last.height === unit) last.height += 1;
    else runs.push({ bottom: unit, height: 1 });
  }
  return runs;
}

/** `U14`, or `U14–U16`. */
export function nameUnits({ bottom, height }: UnitRun): string {
  return height === 1 ? `U${String(bottom)}` : `U${String(bottom)}–U${String(bottom + height - 1)}`;
}

/** Why equipment cannot be put here, as one sentence a reason; empty when it can. `ownKey` is a block that would move away. */
export function refusalsOf(
  { name, size }: { readonly name: string; readonly size: number },
  wanted: Placed,
  blocks: readonly RackBlock[],
  ownKey = "",
): string[] {
  if (wanted.bottom + wanted.height - 1 > size) {
    return [`Rack ${name} has ${String(size)} units, and ${nameUnits(wanted)} would stick out at the top`];
  }
  return blocks
    .filter((block) => block.key !== ownKey && overlap(block, wanted))
    .map((block) => `${nameUnits(block)} of ${name} ${block.height === 1 ? "is" : "are"} taken: ${nameBlock(block)}`);
}

/** A block in words, such as `Reserved, spare for Vektor, until 2026-12-31`. */
function nameBlock({ kind, title, detail, serviceNumber, until }: RackBlock): string {
  const number = serviceNumber === null ? "" : `C-${String(serviceNumber)}`;
  const what = kind === "planned" ? `planned for ${title}` : title;
  const words = [what, title === number ? "" : number, detail, until === "" ? "" : `until ${until}`];
  return words.filter((word) => word !== "").join(", ");
}
