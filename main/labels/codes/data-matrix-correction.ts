import type { DataMatrixSize } from "./data-matrix-sizes";

/** x⁸ + x⁵ + x³ + x² + 1 [ISO/IEC 16022, annex E]. */
const fieldPolynomial = 0x12d;
const powers: number[] = [];
const logarithms: number[] = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  powers.push(value);
  logarithms[value] = exponent;
  value = value < 128 ? value << 1 : (value << 1) ^ fieldPolynomial;
}

/** Data and Reed–Solomon codewords as they are placed: the blocks interleaved. */
export function addErrorCorrection(data: readonly number[], size: DataMatrixSize): readonly number[] {
  const { blocks } = size;
  const perBlock = size.correction / blocks;
  const generator = generatorOf(perBlock);
  const result = [...data];
  for (let block = 0; block < blocks; block += 1) {
    const own = data.filter((_, place) => place % blocks === block);
    remainder(own, generator).forEach((codeword, place) => (result[data.length + place * blocks + block] = codeword));
  }
  return result;
}

/** Coefficients below the leading one, highest power first; the roots are 2¹ … 2ⁿ. */
function generatorOf(degree: number): readonly number[] {
  let polynomial = [1];
  for (let root = 1; root <= degree; root += 1) {
    const shifted = [...polynomial, 0];
    polynomial = shifted.map(
      (coefficient, place) => coefficient ^ multiply(polynomial[place - 1] ?? 0, powers[root] ?? 0),
    );
  }
  return polynomial.slice(1);
}

function remainder(data: readonly number[], generator: readonly number[]): readonly number[] {
  let rest = generator.map(() => 0);
  for (const codeword of data) {
    const factor = codeword ^ (rest[0] ?? 0);
    rest = generator.map((coefficient, place) => (rest[place + 1] ?? 0) ^ multiply(coefficient, factor));
  }
  return rest;
}

function multiply(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  return powers[((logarithms[left] ?? 0) + (logarithms[right] ?? 0)) % 255] ?? 0;
}
