/** What a Zebra can suffer from. Each lasts until it is mended, but `cut-off` and `power-off`, which happen once. */
export type ZebraFault =
  | "media-out"
  | "ribbon-out"
  | "head-open"
  | "too-hot"
  | "paused"
  /** Takes everything, prints it, and never says a word. */
  | "mute"
  /** Connections are reset; the printer goes on with what it has. */
  | "cut-off"
  /** Connections are reset, and what was not printed is forgotten. */
  | "power-off";
