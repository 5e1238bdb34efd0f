import type { DataMatrixSize } from "./data-matrix-sizes";

/** The eight modules of a codeword from its first bit on, as rows and columns before its corner. */
const utah: readonly (readonly [row: number, column: number])[] = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
];

/** Corner cases of the placement; negative numbers count from the far edge [ISO/IEC 16022, annex F]. */
const corners: readonly (readonly (readonly [row: number, column: number])[])[] = [
  [
    [-1, 0],
    [-1, 1],
    [-1, 2],
    [0, -2],
    [0, -1],
    [1, -1],
    [2, -1],
    [3, -1],
  ],
  [
    [-3, 0],
    [-2, 0],
    [-1, 0],
    [0, -4],
    [0, -3],
    [0, -2],
    [0, -1],
    [1, -1],
  ],
  [
    [-3, 0],
    [-2, 0],
    [-1, 0],
    [0, -2],
    [0, -1],
    [1, -1],
    [2, -1],
    [3, -1],
  ],
  [
    [-1, 0],
    [-1, -1],
    [0, -3],
    [0, -2],
    [0, -1],
    [1, -3],
    [1, -2],
    [1, -1],
  ],
];

/** Answers whether a module of the finished symbol is dark, finder pattern included. */
export function placeModules(
  codewords: readonly number[],
  size: DataMatrixSize,
): (column: number, row: number) => boolean {
  const inner = size.side - 2 * size.regions;
  const region = inner / size.regions;
  const bits = placeCodewords(codewords, inner);
  return (column, row) => {
    const [x, y] = [column % (region + 2), row % (region + 2)];
    if (x === 0 || y === region + 1) return true;
    if (y === 0) return x % 2 === 0;
    if (x === region + 1) return y % 2 === 1;
    const innerColumn = Math.floor(column / (region + 2)) * region + x - 1;
    const innerRow = Math.floor(row / (region + 2)) * region + y - 1;
    return bits[innerRow * inner + innerColumn] === 1;
  };
}

/** The mapping matrix without finder patterns, filled along diagonals up and down. */
function placeCodewords(codewords: readonly number[], side: number): readonly (number | undefined)[] {
  const bits: (number | undefined)[] = new Array<number | undefined>(side * side);
  let next = 0;
  const put = (row: number, column: number, bit: number, codeword: number): void => {
    let [y, x] = [row, column];
    if (y < 0) {
      y += side;
      x += 4 - ((side + 4) % 8);
    }
    if (x < 0) {
      x += side;
      y += 4 - ((side + 4) % 8);
    }
    bits[y * side + x] = (codeword >> (7 - bit)) & 1;
  };
  const putUtah = (row: number, column: number): void => {
    const codeword = codewords[next++] ?? 0;
    utah.forEach(([up, left], bit) => put(row + up, column + left, bit, codeword));
  };
  const putCorner = (corner: number): void => {
    const codeword = codewords[next++] ?? 0;
    corners[corner]?.forEach(([row, column], bit) =>
      put(row < 0 ? row + side : row, column < 0 ? column + side : column, bit, codeword),
    );
  };
  const isFree = (row: number, column: number): boolean => bits[row * side + column] === undefined;
  let [row, column] = [4, 0];
  do {
    if (row === side && column === 0) putCorner(0);
    if (row === side - 2 && column === 0 && side % 4 !== 0) putCorner(1);
    if (row === side - 2 && column === 0 && side % 8 === 4) putCorner(2);
    if (row === side + 4 && column === 2 && side % 8 === 0) putCorner(3);
    do {
      if (row < side && column >= 0 && isFree(row, column)) putUtah(row, column);
      row -= 2;
      column += 2;
    } while (row >= 0 && column < side);
    row += 1;
    column += 3;
    do {
      if (row >= 0 && column < side && isFree(row, column)) putUtah(row, column);
      row += 2;
      column -= 2;
    } while (row < side && column >= 0);
    row += 3;
    column += 1;
  } while (row < side || column < side);
  // The lower right corner, where no codeword comes in some sizes.
  if (isFree(side - 1, side - 1)) {
    bits[side * side - 1] = 1;
    bits[side * (side - 1) - 2] = 1;
  }
  return bits;
}
