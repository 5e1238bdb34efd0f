/** An area that is designed for, in millimetres as the label is read. */
export interface DesignSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The printable areas that the table of stock has, grouped so that each stock has a design that fills it. Heights below 20 mm that
 * are not squares are the printable widths of tape: 18 mm on 24 mm tape, 14.9 on 18, 9.2 on 12, 6.2 on 9, 3.9 on 6, 3 on 3.5.
 */
export const designSizes: readonly DesignSize[] = [
  size(140, 98),
  size(93, 44),
  size(62, 44),
  size(81, 32),
  size(81, 25),
  size(58, 22),
  size(49, 26),
  size(46, 22),
  size(42, 18),
  size(35, 18),
  size(35, 36),
  size(48, 48),
  size(43, 13.8),
  size(36, 8.9),
  size(23, 23),
  size(17, 17),
  size(14, 14),
  size(5.6, 5.6),
  size(70, 18),
  size(60, 14.9),
  size(50, 9.2),
  size(45, 6.2),
  size(40, 3.9),
  size(35, 3),
];

/** QR version 1 with its quiet zone at four dots a module needs so much at 180 dpi, the coarsest head; at 203 dpi 14.5 mm. */
export const leastQrSide = 16.4;
/** The same for the Data Matrix of a short id (14 × 14), at 180 dpi. */
export const leastDataMatrixSide = 8.9;

export function isSquare({ width, height }: DesignSize): boolean {
  return width < height * 1.2;
}

function size(width: number, height: number): DesignSize {
  return { width, height };
}
