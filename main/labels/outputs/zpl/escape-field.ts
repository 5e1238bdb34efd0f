/** The character that `^FH` is told to take for "two hexadecimal digits follow". */
export const hexIndicator = "_";

/**
 * Data of a field that cannot end the field, the label or the printer's patience: whatever is not a plain character is written as the
 * hexadecimal digits of its UTF-8 bytes, which `^FH_` and `^CI28` turn back. `^`, `~` and the indicator itself would begin a command or an
 * escape, a backslash leaves some printers waiting for more [ZPL II Programming Guide, ^FH, ^CI].
 */
export function escapeField(data: string): string {
  let escaped = "";
  for (const character of data) {
    const isPlain = character >= " " && character <= "}" && !"^_\\".includes(character);
    escaped += isPlain ? character : toHex(character);
  }
  return escaped;
}

function toHex(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `${hexIndicator}${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
