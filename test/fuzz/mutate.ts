import type { Random } from "../../simulator/site/random";
import { prototypeNames, repeat, strangeText, strangeValue } from "./strange";

/** A copy of a value of JSON in which some nodes were replaced, removed, doubled or renamed; `isPlanted`: some by the planted secret. */
export function mutateValue(random: Random, root: unknown, isPlanted = true): unknown {
  let mutated = root;
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    mutated = changeNode(mutated, random.below(countNodes(mutated)), random, isPlanted);
  }
  return mutated;
}

/** A value as text; a value too deep for that, which JSON.stringify cannot write, as the brackets around nothing. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value === undefined ? null : value);
  } catch {
    return `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  }
}

/** A text that was cut, pasted over, doubled or torn, with pieces of its grammar put into it. */
export function mutateText(
  random: Random,
  text: string,
  grammar: readonly [string, ...string[]],
  isPlanted = true,
): string {
  let mutated = text;
  for (let left = 1 + random.below(4); left > 0; left -= 1) mutated = changeText(random, mutated, grammar, isPlanted);
  return mutated;
}

/** Bytes with some of them flipped, cut off, doubled or overwritten. */
export function mutateBytes(random: Random, bytes: Uint8Array): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  for (let left = 1 + random.below(6); left > 0; left -= 1) mutated = changeBytes(random, mutated);
  return mutated;
}

function changeText(random: Random, text: string, grammar: readonly [string, ...string[]], isPlanted: boolean): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(40));
  const before = text.slice(0, start);
  switch (random.below(7)) {
    case 0:
      return before + text.slice(end);
    case 1:
      return before;
    case 2:
      return (
        before + repeat(text.slice(start, end), 2 + random.below(random.chance(0.1) ? 2_000 : 5)) + text.slice(end)
      );
    case 3:
      return before + strangeText(random, isPlanted) + text.slice(end);
    case 4:
      return before + repeat(random.pick(grammar), random.chance(0.1) ? 5_000 : 1) + text.slice(start);
    case 5:
      return before + String.fromCharCode(random.below(65_536)) + text.slice(start + 1);
    default:
      return text.slice(start) + before;
  }
}

function changeBytes(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  switch (random.below(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(bytes.length + 1))]);
    case 2: {
      const filled = Buffer.from(bytes);
      filled.fill(random.pick([0, 0xff, 0x20]), at, Math.min(filled.length, at + random.below(600)));
      return filled;
    }
    default: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      return flipped;
    }
  }
}

function changeNode(root: unknown, target: number, random: Random, isPlanted: boolean): unknown {
  let index = -1;
  const walk = (node: unknown): unknown => {
    index += 1;
    if (index === target) return strangerThan(node, random, isPlanted);
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
  };
  return countDepth(root) > 500 ? strangeValue(random, isPlanted) : walk(root);
}

function strangerThan(node: unknown, random: Random, isPlanted: boolean): unknown {
  if (Array.isArray(node) && random.chance(0.4)) {
    const elements: readonly unknown[] = node;
    return random.chance(0.5) ? [...elements, ...elements] : elements.slice(1);
  }
  if (typeof node === "object" && node !== null && random.chance(0.4)) {
    const entries = Object.entries(node);
    const left = entries.filter(() => random.chance(0.8));
    return Object.fromEntries([...left, [random.pick(prototypeNames), strangeValue(random, isPlanted)]]);
  }
  if (typeof node === "string" && random.chance(0.5)) return mutateText(random, node, [node || "x"], isPlanted);
  return strangeValue(random, isPlanted);
}

function countNodes(node: unknown): number {
  let count = 0;
  const waiting = [node];
  while (waiting.length > 0) {
    const next = waiting.pop();
    count += 1;
    if (typeof next === "object" && next !== null) waiting.push(...listOf(next));
  }
  return count;
}

function countDepth(root: unknown): number {
  let depth = 0;
  let level = [root];
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((node) => (typeof node === "object" && node !== null ? listOf(node) : []));
  }
  return depth;
}

function listOf(node: object): readonly unknown[] {
  return Object.values(node);
}
