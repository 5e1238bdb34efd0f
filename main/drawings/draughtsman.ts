import { createTypefaces } from "../labels/type/typefaces";
import type { RackDraughtsman } from "../ports/rack-drawing";
import { toPdf } from "./pdf";
import { createSetLine } from "./set-line";
import { toSvg } from "./svg";

/** Draws racks on this machine, in the same type as labels. It keeps nothing. */
export function createRackDraughtsman(): RackDraughtsman {
  const typefaces = createTypefaces();
  const setLine = createSetLine(typefaces);
  return {
    toSvg: (drawing) => toSvg(drawing, setLine),
    toPdf: (drawing) => toPdf(drawing, setLine, typefaces),
  };
}
