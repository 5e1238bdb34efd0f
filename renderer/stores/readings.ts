import type { StateCreator } from "zustand";
import type { ConfigurationPart } from "../../main/contract/shapes/module";

/** How far the configuration of a module has been read: `part` is the last one that is there. */
export interface Reading {
  readonly part: ConfigurationPart;
  readonly done: number;
  readonly total: number;
}

/** How far the servers of a panel have been read. */
export interface MirrorReading {
  readonly done: number;
  readonly total: number;
}

export interface ReadingsSlice {
  /** By module; only while a configuration is being read. */
  readonly readings: Readonly<Record<string, Reading>>;
  setReading(progress: Reading & { readonly moduleId: string }): void;
  /** By module; only while its servers are being read. */
  readonly mirrorReadings: Readonly<Record<string, MirrorReading>>;
  setMirrorReading(progress: MirrorReading & { readonly moduleId: string }): void;
  forgetReadings(): void;
}

export const createReadingsSlice: StateCreator<ReadingsSlice> = (set) => ({
  readings: {},
  setReading: ({ moduleId, part, done, total }) => {
    set(({ readings }) => {
      const others = Object.fromEntries(Object.entries(readings).filter(([id]) => id !== moduleId));
      // The last part ends the reading: what it changed arrives as the answer.
      return { readings: done < total ? { ...others, [moduleId]: { part, done, total } } : others };
    });
  },
  mirrorReadings: {},
  setMirrorReading: ({ moduleId, done, total }) => {
    set(({ mirrorReadings }) => {
      const others = Object.fromEntries(Object.entries(mirrorReadings).filter(([id]) => id !== moduleId));
      return { mirrorReadings: done < total ? { ...others, [moduleId]: { done, total } } : others };
    });
  },
  forgetReadings: () => {
    set({ readings: {}, mirrorReadings: {} });
  },
});
