import { plantedSecret } from "../planted";
import type { FindingKind } from "../plan";
import { pureTarget } from "../target";
import type { Target } from "../target";

const reading: Readonly<Record<FindingKind, () => readonly string[]>> = {
  crash() {
    throw new TypeError("A parser that does not know the sign");
  },
  hang() {
    for (let step = 0; ; step += 1) if (step < 0) return [];
  },
  leak: () => [`password=${encodeURIComponent(plantedSecret)}`],
};

/** A parser with a fault in it, to see that the run finds it; `npm run fuzz -- --plant crash`. */
export function plantedFault(kind: FindingKind): Target {
  return pureTarget(
    `planted ${kind}`,
    10,
    (random) => random.code(2),
    (text) => (/^[A-C]/.test(text) ? reading[kind]() : []),
  );
}
