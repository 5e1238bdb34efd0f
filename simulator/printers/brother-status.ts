/** What a Brother can suffer from. Each lasts until it is mended, but `cut-off` and `power-off`, which happen once. */
export type BrotherFault =
  | "no-media"
  | "end-of-media"
  | "cutter-jam"
  | "cover-open"
  | "cannot-feed"
  | "too-hot"
  | "system-error"
  /** Takes everything, prints it, and never says a word. */
  | "mute"
  /** Connections are reset; the printer goes on with what it has. */
  | "cut-off"
  /** Connections are reset, and what was not printed is forgotten. */
  | "power-off";

/** Bits of the two bytes of error information. `wrong-media` is found by the printer itself. */
const errorBits: readonly (readonly [BrotherFault | "wrong-media", 8 | 9, number])[] = [
  ["no-media", 8, 0x01],
  ["end-of-media", 8, 0x02],
  ["cutter-jam", 8, 0x04],
  ["wrong-media", 9, 0x01],
  ["cover-open", 9, 0x10],
  ["too-hot", 9, 0x20],
  ["cannot-feed", 9, 0x40],
  ["system-error", 9, 0x80],
];

export interface LoadedMedia {
  /** Millimetres. */
  readonly width: number;
  /** Millimetres; 0 for continuous. */
  readonly length: number;
  /** Code of the media type; worked out from family and length when left out. */
  readonly type?: number;
}

export interface StatusFacts {
  readonly series: number;
  readonly model: number;
  readonly media: Required<LoadedMedia> | undefined;
  readonly errors: ReadonlySet<BrotherFault | "wrong-media">;
  readonly isPrinting: boolean;
}

export type StatusType = "reply" | "completed" | "error" | "notification" | "phase-change";
const statusTypes: Readonly<Record<StatusType, number>> = {
  reply: 0x00,
  completed: 0x01,
  error: 0x02,
  notification: 0x05,
  "phase-change": 0x06,
};

/** The 32 bytes of a status. `notice`: 1 the cover was opened, 2 it was closed. */
export function statusBytes(type: StatusType, facts: StatusFacts, notice = 0): Uint8Array {
  const bytes = Buffer.alloc(32);
  bytes.set([0x80, 0x20, 0x42, facts.series, facts.model, 0x30]);
  for (const [error, at, bit] of errorBits) if (facts.errors.has(error)) bytes[at] = (bytes[at] ?? 0) | bit;
  bytes[10] = facts.media?.width ?? 0;
  bytes[11] = facts.media?.type ?? 0;
  bytes[17] = facts.media?.length ?? 0;
  bytes[18] = statusTypes[type];
  bytes[19] = facts.isPrinting ? 1 : 0;
  bytes[22] = notice;
  return bytes;
}
