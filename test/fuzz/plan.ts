import { createRandom } from "../../simulator/site/random";
import type { Random } from "../../simulator/site/random";
import type { Target } from "./target";

/** What one worker does before its targets are opened anew, so that an input depends on little before it. */
export const inputsOfBatch = 1_000;

/** Everything that the worker is told. */
export interface Assignment {
  readonly seed: number;
  /** The first input and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Prints the inputs themselves. */
  readonly isShown: boolean;
  /** Adds a parser with this fault. */
  readonly plant: FindingKind | null;
}

/**
 * What a worker tells, a JSON text a line: the input that it begins with, what it found, and that it is through. The line about an input is
 * written before the input is put in, so that it outlives a crash.
 */
export type WorkerLine =
  | { readonly is: "input"; readonly index: number; readonly target: string; readonly shown?: string }
  | {
      readonly is: "found";
      readonly kind: FindingKind;
      readonly index: number;
      readonly target: string;
      readonly what: string;
    }
  | { readonly is: "done" };

export type FindingKind = "crash" | "hang" | "leak";

/** The chance that decides one input, whatever came before it. */
export function chanceOf(seed: number, index: number): Random {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  const random = createRandom(mixed ^ (mixed >>> 15));
  random.below(2);
  return random;
}

/** Whose turn it is, each as often as its weight says. */
export function pickTarget(targets: readonly [Target, ...Target[]], random: Random): Target {
  let place = random.below(targets.reduce((sum, { weight }) => sum + weight, 0));
  return targets.find(({ weight }) => (place -= weight) < 0) ?? targets[0];
}
