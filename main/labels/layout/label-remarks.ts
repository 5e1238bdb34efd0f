import type { LabelRemark, Stock, TemplateContent } from "../../contract/shapes/label";
import type { LabelDevice } from "../../ports/label";
import { dotsAcross } from "./label-grid";
import type { LabelGrid } from "./label-grid";
import { quietArea } from "./marks";
import type { Mark } from "./marks";
import { isInCircle } from "./placement";
import type { Area } from "./placement";
import { remark } from "./remark";

/** What text and rounding may go over: a dot, or what printers are exact to. */
function slackOf(scale: number): number {
  return Math.max(1, 0.15 * scale);
}

/** What stands against the label as a whole, and between its marks. */
export function labelRemarks(
  marks: readonly Mark[],
  grid: LabelGrid,
  label: { readonly template: TemplateContent; readonly stock: Stock; readonly device: LabelDevice },
): readonly LabelRemark[] {
  return [
    ...stockRemarks(grid, label.template, label.stock, label.device),
    ...(marks.length === 0 ? [remark("error", "empty-content", null, "There is nothing to print.")] : []),
    ...outsideRemarks(marks, grid, label.stock),
    ...quietRemarks(marks, grid),
  ];
}

function stockRemarks(
  grid: LabelGrid,
  template: TemplateContent,
  stock: Stock,
  device: LabelDevice,
): readonly LabelRemark[] {
  const remarks: LabelRemark[] = [];
  if (!grid.placement.hasRoom) {
    const size = `${String(template.width)} × ${String(template.height ?? "any")} mm`;
    remarks.push(
      remark(
        "error",
        "stock-too-small",
        null,
        `The template is ${size}; ${stock.name} is smaller. Choose another template or other stock.`,
      ),
    );
  }
  if (device.language === "pdf") return remarks;
  const across = dotsAcross(grid);
  const isUnknownTape =
    device.language === "brother-pt" &&
    Object.keys(stock.dotsAcross).length > 0 &&
    stock.dotsAcross[String(device.dpi)] === undefined;
  if (isUnknownTape || across > device.headDots)
    remarks.push(
      remark(
        "error",
        "stock-too-wide",
        null,
        `${stock.name} has ${across} dots across; the printer's head has ${device.headDots}. Choose narrower stock or a wider printer.`,
      ),
    );
  return remarks;
}

function outsideRemarks(marks: readonly Mark[], { area, scale }: LabelGrid, stock: Stock): readonly LabelRemark[] {
  const ids = marks.filter(({ ink }) => !isInside(ink, area, stock, slackOf(scale))).map(({ elementId }) => elementId);
  return [...new Set(ids)].map((id) =>
    remark("warning", "outside", id, "It reaches beyond what the printer can print on this stock."),
  );
}

function isInside(ink: Area, area: Area, { form }: Pick<Stock, "form">, slack: number): boolean {
  if (form === "round") return isInCircle(ink, area, slack);
  return (
    ink.x >= area.x - slack &&
    ink.y >= area.y - slack &&
    ink.x + ink.width <= area.x + area.width + slack &&
    ink.y + ink.height <= area.y + area.height + slack
  );
}

/** White around a code may lie where the printer does not reach, but not beyond the label's edge and not under other marks. */
function quietRemarks(marks: readonly Mark[], grid: LabelGrid): readonly LabelRemark[] {
  const label: Area = { x: 0, y: 0, width: grid.width, height: grid.height };
  return marks.flatMap((mark) => {
    if (mark.type !== "code") return [];
    const quiet = quietArea(mark);
    if (!isInside(quiet, label, { form: "die-cut" }, slackOf(grid.scale)))
      return [
        remark("warning", "quiet-zone", mark.elementId, "The white around the code reaches beyond the label's edge."),
      ];
    const other = marks.find((one) => one !== mark && overlap(quiet, one.ink));
    return other === undefined
      ? []
      : [
          remark(
            "warning",
            "quiet-zone",
            mark.elementId,
            "Something else lies in the white that has to be around the code.",
          ),
        ];
  });
}

/** Dots of text's overhang that do not count. */
const overhang = 1;

/** Whether two areas share more than an edge. */
function overlap(left: Area, right: Area): boolean {
  return (
    left.x + overhang < right.x + right.width &&
    right.x + overhang < left.x + left.width &&
    left.y + overhang < right.y + right.height &&
    right.y + overhang < left.y + left.height
  );
}
