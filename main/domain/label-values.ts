import type { LabelValues } from "../contract/shapes/label";

/** Where something stands, as far as it is known; from the coarse to the fine, as TIA-606 orders identifiers. */
export interface LabelPlace {
  readonly site: string;
  readonly rack: string;
  readonly units: readonly number[];
}

/**
 * A rack's identifier in the form of TIA-606: capitals without spaces around dashes, such as `1A-AJ05`. Digits stay as the panel has them, so
 * that the rack is found there by what its label says.
 */
export function rackIdentifier(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/\s*-\s*/gu, "-")
    .replace(/\s+/gu, " ");
}

/** Units in words: `U14-15`, or `U14, U20-21` where they do not lie side by side. Two digits, so that all labels of a rack are alike. */
export function unitsText(units: readonly number[]): string {
  const sorted = [...new Set(units)].sort((left, right) => left - right);
  const runs: number[][] = [];
  for (const unit of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === unit - 1) run.push(unit);
    else runs.push([unit]);
  }
  const digits = (unit: number | undefined) => String(unit).padStart(2, "0");
  return runs
    .map((run) => (run.length === 1 ? `U${digits(run[0])}` : `U${digits(run[0])}-${digits(run.at(-1))}`))
    .join(", ");
}

/** The fields about the place; what is not known is left out. */
export function placeValues({ site, rack, units }: LabelPlace): LabelValues {
  const identifier = rackIdentifier(rack);
  const inRack = unitsText(units);
  const place = words(site, identifier, inRack);
  return {
    ...(place !== "" && { place }),
    ...(site !== "" && { site }),
    ...(identifier !== "" && { rack: identifier }),
    ...(inRack !== "" && { units: inRack }),
  };
}

/** One end of a cable: rack, units, what it goes into and where, such as `A12 U14 srv-b12-07 eth0`. */
export function cableEnd({ rack, units }: Pick<LabelPlace, "rack" | "units">, ...what: readonly string[]): string {
  return words(rackIdentifier(rack), unitsText(units), ...what);
}

/** The lines of a text label. */
export function textValues(lines: readonly string[]): LabelValues {
  const fields = ["line1", "line2", "line3", "line4"] as const;
  const given = fields.flatMap((field, index) => {
    const line = lines[index]?.trim() ?? "";
    return line === "" ? [] : [[field, line] as const];
  });
  const name = given[0]?.[1];
  return { ...(name !== undefined && { name }), ...Object.fromEntries(given) };
}

/** The values without those that are empty. */
export function knownValues(values: LabelValues): LabelValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
}

/** Words with one space between them; empty ones are left out. */
function words(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}
