import boldFile from "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf?inline";
import regularFile from "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf?inline";
import { readTrueType } from "./true-type";
import type { TrueType } from "./true-type";

/** The two cuts that labels are set in. */
export type FaceName = "regular" | "bold";

/** Faces by name, read when they are first asked for. */
export type Typefaces = (name: FaceName) => TrueType;

const files: Readonly<Record<FaceName, string>> = { regular: regularFile, bold: boldFile };

/** DejaVu Sans Condensed: Latin, Cyrillic and Greek in one drawing that stays open at small sizes. */
export function createTypefaces(): Typefaces {
  const faces = new Map<FaceName, TrueType>();
  return (name) => {
    const face =
      faces.get(name) ?? readTrueType(Buffer.from(files[name].slice(files[name].indexOf(",") + 1), "base64"));
    faces.set(name, face);
    return face;
  };
}
