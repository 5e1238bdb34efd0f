export interface LayoutKey {
  readonly key: string;
  /** Where the key lies, whatever is printed on it; not every source of keys knows. */
  readonly code?: string;
  readonly shiftKey?: boolean;
}

/** Keys beside the letters that carry a Cyrillic letter on a Russian keyboard, as a Latin one has them: plain and with Shift. */
const besideLetters: Readonly<Record<string, string>> = {
  Backquote: "`~",
  BracketLeft: "[{",
  BracketRight: "]}",
  Semicolon: ";:",
  Quote: "'\"",
  Comma: ",<",
  Period: ".>",
};

/**
 * The character that the pressed key has on a Latin keyboard: shortcuts and scanners mean keys, and on a Russian keyboard `j` writes `о`.
 * A key that writes Latin text already stays as it is, so that other Latin layouts keep their letters.
 */
export function latinKey({ key, code = "", shiftKey = false }: LayoutKey): string {
  // The key of `/` and `?` writes a full stop and a comma there.
  if (code === "Slash" && (key === "." || key === ",")) return shiftKey ? "?" : "/";
  if (!/^\p{Script=Cyrillic}$/u.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return key === key.toLowerCase() ? letter.toLowerCase() : letter;
  return besideLetters[code]?.charAt(shiftKey ? 1 : 0) ?? key;
}
