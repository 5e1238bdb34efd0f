/** How long things may take, in milliseconds. */
export interface PrinterTimings {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** Until a printer has answered a question about its state. */
  readonly answerMs: number;
  /** Between two questions. */
  readonly pollMs: number;
  /** Without a word from the printer, or with its buffer full, until that is told. */
  readonly stallMs: number;
  /** In which a printer shows that it goes on with what it holds; afterwards it holds nothing. */
  readonly settleMs: number;
  /** For looking around. */
  readonly findMs: number;
}

export const defaultTimings: PrinterTimings = {
  connectMs: 5_000,
  answerMs: 3_000,
  pollMs: 500,
  stallMs: 20_000,
  settleMs: 10_000,
  findMs: 4_000,
};
