import type { Random } from "../../simulator/site/random";
import { strangeText, strangeValue } from "./strange";

/** The part of JSON Schema that zod writes. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

export interface Words {
  /** Values that mean something to the program, such as ids, by the name of the field. */
  readonly known: ReadonlyMap<string, readonly unknown[]>;
  /** How often a value is another than the schema asks for. */
  readonly strangeness: number;
}

/** A value that a schema asks for, or nearly so. */
export function valueOf(random: Random, schema: JsonSchema, words: Words, name = ""): unknown {
  if (random.chance(words.strangeness)) return strangeValue(random, false);
  const known = words.known.get(name) ?? [];
  if (known.length > 0 && random.chance(0.7)) return known[random.below(known.length)];
  if ("const" in schema) return schema.const;
  const choices = schema.enum?.map((value) => ({ const: value })) ?? schema.anyOf ?? schema.oneOf;
  if (choices && choices.length > 0) return valueOf(random, choices[random.below(choices.length)] ?? {}, words, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(random, part, words, name)));
  switch (schema.type) {
    case "object":
      return recordOf(random, schema, words);
    case "array":
      return Array.from({ length: (schema.minItems ?? 0) + random.below(4) }, () =>
        valueOf(random, schema.items ?? {}, words, name),
      );
    case "string":
      return textOf(random, schema);
    case "integer":
    case "number":
      return numberOf(random, schema);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return strangeValue(random, false);
  }
}

function recordOf(
  random: Random,
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  words: Words,
): unknown {
  const named = Object.entries(properties).filter(([name]) => required.includes(name) || random.chance(0.5));
  const record = Object.fromEntries(named.map(([name, inside]) => [name, valueOf(random, inside, words, name)]));
  if (typeof additionalProperties !== "object") return record;
  return {
    ...record,
    [random.pick(["ip", "power", strangeText(random, false)])]: valueOf(random, additionalProperties, words),
  };
}

function textOf(random: Random, { minLength = 0, maxLength = 200 }: JsonSchema): string {
  if (random.chance(0.1)) return strangeText(random, false).slice(0, maxLength);
  if (random.chance(0.05)) return "x".repeat(Math.min(maxLength, 20_000));
  return random.code(Math.max(minLength, 1 + random.below(12)));
}

function numberOf(random: Random, { minimum = 0, maximum = 1_000 }: JsonSchema): number {
  const ends = [minimum, maximum, minimum - 1, maximum + 1] as const;
  if (random.chance(0.2)) return random.pick(ends);
  return Math.max(minimum, 0) + random.below(Math.min(Math.max(maximum, 1), 50));
}
