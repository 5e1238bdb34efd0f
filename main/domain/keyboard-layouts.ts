/**
 * Keys of the American layout, which wedge scanners type on, and what the same keys write on another layout. A scanner sends keys, not characters, so a
 * code arrives as what the computer's layout makes of them.
 */
interface Layout {
  readonly keys: string;
  readonly written: string;
}

const cyrillicKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&";

const layouts: readonly Layout[] = [
  { keys: cyrillicKeys, written: 'йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?' },
  { keys: cyrillicKeys, written: 'йцукенгшщзхїфівапролджєячсмитьбю.ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"№;:?' },
  // German and its neighbours.
  { keys: "yzYZ-/:;_?", written: "zyZYß-Öö?_" },
  // French: digits need Shift there, so a scanner's digits come out as signs.
  { keys: "1234567890-qwazmQWAZM;:/.", written: "&é\"'(-è_çà)azqw,AZQW?mM!:" },
];

const meanings = layouts.map(({ keys, written }) => {
  const meant = [...keys];
  return new Map([...written].map((character, index) => [character, meant[index] ?? character]));
});

/** The text as it is, and as the scanner meant it if the computer writes with another layout; without repetitions. */
export function readingsOf(text: string): readonly string[] {
  const translated = meanings.map((meant) => [...text].map((one) => meant.get(one) ?? one).join(""));
  return [...new Set([text, ...translated])];
}
