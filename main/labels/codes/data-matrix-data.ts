const latchToC40 = 230;
const latchToBytes = 231;
const unlatch = 254;
const pad = 129;
const extendedChannel = 241;
/** ECI 26 is UTF-8; the codeword is one higher. */
const utf8Channel = 27;

/** The content in exactly so many codewords, or undefined when it does not fit [ISO/IEC 16022, 5.2]. */
export function encodeData(content: string, capacity: number): readonly number[] | undefined {
  const fitting = [encodeAscii(content), encodeC40(content, capacity), encodeBytes(content)].find(
    (codewords) => codewords !== undefined && codewords.length <= capacity,
  );
  return fitting === undefined ? undefined : fillUp(fitting, capacity);
}

function encodeAscii(content: string): readonly number[] | undefined {
  const codewords: number[] = [];
  for (let place = 0; place < content.length; place += 1) {
    const pair = content.slice(place, place + 2);
    const character = content.charCodeAt(place);
    if (/^\d\d$/.test(pair)) {
      codewords.push(130 + Number(pair));
      place += 1;
    } else if (character < 128) codewords.push(character + 1);
    else return undefined;
  }
  return codewords;
}

/** Three of space, digits and capitals in two codewords. What is left over is written in ASCII. */
function encodeC40(content: string, capacity: number): readonly number[] | undefined {
  if (!/^[ 0-9A-Z]{3,}$/.test(content)) return undefined;
  const codewords = [latchToC40];
  const whole = content.length - (content.length % 3);
  for (let place = 0; place < whole; place += 3) {
    const [first = 0, second = 0, third = 0] = [0, 1, 2].map((step) => c40Value(content.charCodeAt(place + step)));
    const value = first * 1_600 + second * 40 + third + 1;
    codewords.push(value >> 8, value & 0xff);
  }
  const rest = encodeAscii(content.slice(whole)) ?? [];
  // A symbol that is full needs no unlatch, nor one that has room for exactly one ASCII codeword more.
  const isFull = codewords.length + rest.length === capacity && rest.length <= 1;
  return isFull ? [...codewords, ...rest] : [...codewords, unlatch, ...rest];
}

function c40Value(character: number): number {
  if (character === 32) return 3;
  return character < 65 ? character - 44 : character - 51;
}

function encodeBytes(content: string): readonly number[] {
  const bytes = [...Buffer.from(content)];
  const isAscii = bytes.every((byte) => byte < 128);
  const codewords = isAscii ? [latchToBytes] : [extendedChannel, utf8Channel, latchToBytes];
  const length = bytes.length < 250 ? [bytes.length] : [249 + Math.floor(bytes.length / 250), bytes.length % 250];
  for (const byte of [...length, ...bytes]) codewords.push(scramble(byte, codewords.length + 1, 255, 256));
  return codewords;
}

function fillUp(codewords: readonly number[], capacity: number): readonly number[] {
  if (codewords.length === capacity) return codewords;
  const filled = [...codewords, pad];
  while (filled.length < capacity) filled.push(scramble(pad, filled.length + 1, 253, 254));
  return filled;
}

/** Randomizing by the place in the symbol, counted from 1: base 256 bytes modulo 256, pads modulo 254 [annex B]. */
function scramble(value: number, place: number, period: number, limit: number): number {
  const sum = value + ((149 * place) % period) + 1;
  if (limit === 256) return sum & 0xff;
  return sum <= limit ? sum : sum - limit;
}
