import type { PanelGateway } from "../ports/gateway";

/** Longer texts are cut: nobody reads them, and a window that has to draw one stands still. */
const longestText = 65_536;
/**
 * Control characters other than tab and line breaks, characters that change the direction of what follows or are not seen at all, and halves of
 * characters. The joiners stay: words of some languages, and pictures, are made with them.
 */
const unseen = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** The same, for asking only: it keeps no place between two texts. */
const anyUnseen = new RegExp(unseen.source, "u");

/** A panel's text as it can be shown: what would act on its surroundings, or hide, stands there by its number, such as `⟨U+202E⟩`. */
export function toPlainText(text: string): string {
  const shown = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return shown.replace(unseen, nameOf);
}

/** A gateway whose answers hold plain text only, in whichever field; what it throws passes through. */
export function withPlainText(gateway: PanelGateway): PanelGateway {
  const methods = Object.entries(gateway).map(([name, method]) => [
    name,
    async (...input: readonly unknown[]) => {
      const answer = await (method as (...given: readonly unknown[]) => unknown)(...input);
      // Nearly every answer is plain, and building a large one anew takes as long as reading it did.
      return isPlain(answer) ? answer : toPlain(answer);
    },
  ]);
  // The methods of the given gateway under their names; texts stay texts, so the shapes of the answers stay as well.
  return Object.fromEntries(methods) as PanelGateway;
}

/** Facts are records, lists, texts, numbers and nothing deeper than the shapes of the contract. */
function toPlain(value: unknown): unknown {
  if (typeof value === "string") return toPlainText(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, toPlain(inside)]));
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value.length <= longestText && !anyUnseen.test(value);
  if (typeof value !== "object" || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isPlain);
}

function nameOf(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `⟨U+${number}⟩`;
}
