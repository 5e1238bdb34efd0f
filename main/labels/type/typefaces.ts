import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readTrueType } from "./true-type";
import type { TrueType } from "./true-type";

/** The two cuts that labels are set in. */
export type FaceName = "regular" | "bold";

/** Faces by name, read when they are first asked for. */
export type Typefaces = (name: FaceName) => TrueType;

const files: Readonly<Record<FaceName, string>> = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf",
};

/** DejaVu Sans Condensed: Latin, Cyrillic and Greek in one drawing that stays open at small sizes. */
export function createTypefaces(): Typefaces {
  const faces = new Map<FaceName, TrueType>();
  // Files beside the program: inside it they would be loaded by every start, and few starts print.
  const { resolve } = createRequire(import.meta.url);
  return (name) => {
    const face = faces.get(name) ?? readTrueType(readFileSync(resolve(files[name])));
    faces.set(name, face);
    return face;
  };
}
