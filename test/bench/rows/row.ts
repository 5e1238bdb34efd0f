import type { MeasuredProfile } from "../data/profile";
import type { Line } from "../figures";
import type { Launch } from "../window/program";

/** What a row may use. */
export interface Bench {
  /** Scratch space of the benches, on a real disk. */
  readonly folder: string;
  readonly cards: number;
  profile(cards?: number): Promise<MeasuredProfile>;
  /** The console, and the blank window of the same Electron. */
  readonly console: Launch;
  readonly blank: Launch;
}

/** Measures one promise of the project. */
export type Row = (bench: Bench) => Promise<readonly Line[]>;
