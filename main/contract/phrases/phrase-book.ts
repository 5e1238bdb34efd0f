/** What stands for one English sentence: the sentence, or its forms by the number in the slot `count`. */
export type Rendering = string | { readonly one: string; readonly few: string; readonly many: string };

/**
 * An English sentence as the program writes it, and what it is called in another language. What changes stands in
 * braces: `{name}` is taken over as it is, `{reason:phrase}` is a sentence of its own, `{users:list}` several joined
 * by commas or `and`, and `{count:number}` is digits.
 */
export type Phrase = readonly [english: string, rendering: Rendering];

/** Puts what the program says into another language. Text that no phrase fits, such as a panel's own, stays as it is. */
export type Translate = (text: string) => string;

interface Slot {
  readonly name: string;
  readonly kind: string;
}

interface Pattern {
  readonly expression: RegExp;
  readonly slots: readonly Slot[];
  readonly rendering: Rendering;
  /** Letters outside of slots: the more of them, the surer the match. */
  readonly weight: number;
}

const slotSyntax = /\{(\w+)(?::(\w+))?\}/g;
/** Phrases within phrases; more than any sentence has. */
const deepest = 6;
/** A list shows the same sentences again and again. */
const keptAnswers = 2_000;

/** Compiles a phrase book once; each text is looked up among the phrases that begin with its first word. */
export function createPhraseBook(language: string, phrases: readonly Phrase[]): Translate {
  const rules = new Intl.PluralRules(language);
  const whole = new Map<string, string>();
  const byFirstWord = new Map<string, Pattern[]>();
  for (const [english, rendering] of phrases) {
    if (typeof rendering === "string" && !english.includes("{")) whole.set(english, rendering);
    else fileUnder(byFirstWord, firstWord(english), compile(english, rendering));
  }
  for (const patterns of byFirstWord.values()) patterns.sort((left, right) => right.weight - left.weight);
  const answers = new Map<string, string>();

  function translate(text: string, depth: number): string {
    const known = whole.get(text);
    if (known !== undefined || depth > deepest) return known ?? text;
    const candidates = [...(byFirstWord.get(firstWord(text)) ?? []), ...(byFirstWord.get("") ?? [])];
    for (const pattern of candidates) {
      const match = pattern.expression.exec(text);
      if (match) return fill(pattern, match.slice(1), depth);
    }
    return text;
  }

  function fill({ slots, rendering }: Pattern, values: readonly string[], depth: number): string {
    const filled = new Map(slots.map(({ name, kind }, place) => [name, valueOf(kind, values[place] ?? "", depth)]));
    const form = typeof rendering === "string" ? rendering : rendering[pluralOf(rules, filled.get("count") ?? "")];
    return form.replaceAll(slotSyntax, (_, name: string) => filled.get(name) ?? "");
  }

  function valueOf(kind: string, value: string, depth: number): string {
    if (kind === "phrase") return translate(value, depth + 1);
    if (kind === "list") return translateList(value, (item) => translate(item, depth + 1));
    return value;
  }

  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= keptAnswers) answers.clear();
    const answer = translate(text, 0);
    answers.set(text, answer);
    return answer;
  };
}

function compile(english: string, rendering: Rendering): Pattern {
  const slots = [...english.matchAll(slotSyntax)].map(([, name = "", kind = ""]) => ({ name, kind }));
  const literals = english.split(/\{\w+(?::\w+)?\}/);
  const source = literals
    .map((literal, place) => escapeExpression(literal) + (slots[place] ? expressionOf(slots[place]) : ""))
    .join("");
  return {
    expression: new RegExp(`^${source}$`, "su"),
    slots,
    rendering,
    weight: literals.join("").length,
  };
}

function expressionOf({ kind }: Slot): string {
  if (kind === "number") return "(\\d+)";
  // A name does not reach into the next sentence; what is a phrase of its own may.
  return kind === "" ? "((?:(?!\\. \\p{Lu}).)+?)" : "(.+?)";
}

/** `tariff A, tariff B and 2 services`: each item is a phrase, and so is the word between the last two. */
function translateList(text: string, translate: Translate): string {
  return text
    .split(/(; |, | and )/)
    .map((piece) => (piece === " and " ? ` ${translate("and")} ` : /^[;,] $/.test(piece) ? piece : translate(piece)))
    .join("");
}

/** The word that a text begins with; empty where a phrase begins with a slot. */
function firstWord(text: string): string {
  return /^[\p{L}’'-]+(?=$|[\s:;,.])/u.exec(text)?.[0] ?? "";
}

function fileUnder(index: Map<string, Pattern[]>, word: string, pattern: Pattern): void {
  const there = index.get(word);
  if (there) there.push(pattern);
  else index.set(word, [pattern]);
}

function pluralOf(rules: Intl.PluralRules, count: string): "one" | "few" | "many" {
  const form = rules.select(Number(count.replaceAll(/\D/g, "")));
  return form === "one" || form === "few" ? form : "many";
}

function escapeExpression(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
