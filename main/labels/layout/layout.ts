import type { LabelRemark } from "../../contract/shapes/label";
import type { LabelPress } from "../../ports/label";
import type { Typefaces } from "../type/typefaces";
import { markElement } from "./element-marks";
import { createLabelGrid } from "./label-grid";
import type { LabelGrid } from "./label-grid";
import { labelRemarks } from "./label-remarks";
import type { Mark } from "./marks";

export type Label = Parameters<LabelPress["draw"]>[0];

/** A label on the dots of its device: what every output prints. */
export interface Layout extends LabelGrid {
  readonly marks: readonly Mark[];
  readonly remarks: readonly LabelRemark[];
}

/** White that a label without a fixed height keeps below its last mark. */
const endPadding = 1;

/** Lays a label out. `grid` is the one of its template, stock and device, made once for all labels of a run. */
export function layOut(
  label: Label,
  typefaces: Typefaces,
  grid: LabelGrid = createLabelGrid(label.template, label.stock, label.device),
): Layout {
  const elements = label.template.elements.map((element) => markElement(element, label.values, grid, typefaces));
  const marks = elements.flatMap((element) => element.marks);
  const cut = label.template.height === null && label.stock.height === null ? cutToContent(grid, marks) : grid;
  return {
    ...cut,
    marks,
    remarks: [...elements.flatMap((element) => element.remarks), ...labelRemarks(marks, cut, label)],
  };
}

/** Continuous stock is fed only as far as there is content. */
function cutToContent(grid: LabelGrid, marks: readonly Mark[]): LabelGrid {
  const end = Math.max(...marks.map(({ ink }) => Math.ceil(ink.y + ink.height)), 0);
  const margin = Math.max(grid.height - grid.area.y - grid.area.height, Math.round(endPadding * grid.scale));
  const height = Math.min(grid.height, end + margin);
  return { ...grid, height, area: { ...grid.area, height: grid.area.height - (grid.height - height) } };
}
