import type { LabelRemark } from "../../../main/contract/shapes/label";
import type { LabelPress } from "../../../main/ports/label";
import { contentOf } from "./contents";
import { inspect, wrongSize } from "./inspect";
import type { PlannedRun } from "./plan";
import { render } from "./render";
import type { Rendered } from "./render";

/** What became of one label. */
export interface Verdict {
  readonly key: string;
  /** With a code that has to be readable. */
  readonly isCounted: boolean;
  readonly geometry: readonly string[];
  readonly unreadable: readonly string[];
  /** Remarks that should not be there, or should. */
  readonly remarks: readonly string[];
}

export interface VerifiedRun {
  readonly verdicts: readonly Verdict[];
  readonly rendered: Rendered | undefined;
}

/** Prints one planned run and looks at every label of it. */
export async function verifyRun(run: PlannedRun, press: LabelPress): Promise<VerifiedRun> {
  const values = run.contents.map((content) => contentOf(content, run.template.kind));
  try {
    const rendered = await render({ ...run, values }, press);
    if (rendered.pictures.length !== values.length)
      throw new Error(`${rendered.pictures.length} labels came out instead of ${values.length}`);
    const verdicts = await Promise.all(
      values.map((_, place) =>
        verifyLabel(run, place, contentOf(run.contents[place] ?? "easy", run.template.kind), rendered, press),
      ),
    );
    return { verdicts, rendered };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const verdicts = run.contents.map((content) => ({
      key: `${run.key} ${content}`,
      isCounted: true,
      geometry: [],
      unreadable: [reason],
      remarks: [],
    }));
    return { verdicts, rendered: undefined };
  }
}

async function verifyLabel(
  run: PlannedRun,
  place: number,
  values: ReturnType<typeof contentOf>,
  rendered: Rendered,
  press: LabelPress,
): Promise<Verdict> {
  const { stock, device } = run;
  const content = run.contents[place] ?? "easy";
  const picture = rendered.pictures[place];
  if (picture === undefined) throw new Error("A label is missing");
  const isAsRead = device.language === "png";
  const finding = await inspect({ ...run, values, picture, isAsRead, isWholeRead: content === "easy" }, press);
  const page = stock.sheet === null ? picture : rendered.pages[0];
  const isWholeLabel = device.language === "pdf" || device.language === "zpl";
  const size = stock.sheet === null ? stock : { width: stock.sheet.pageWidth, height: stock.sheet.pageHeight };
  const sizes = isWholeLabel && page !== undefined ? wrongSize(page, size) : [];
  return {
    key: `${run.key} ${content}`,
    isCounted: finding.hasCode,
    geometry: [...finding.geometry, ...sizes],
    unreadable: finding.unreadable,
    remarks: wrongRemarks(run, content, finding.remarks),
  };
}

/** Sample values must fit without a remark; five hundred characters must be told to be cut. */
function wrongRemarks({ template }: PlannedRun, content: string, remarks: readonly LabelRemark[]): readonly string[] {
  if (content === "easy" && remarks.length > 0)
    return remarks.map(({ rule, elementId }) => `remark ${rule} at ${elementId ?? "the label"}`);
  const tells = template.elements.some((element) => element.type === "text" && element.content !== "{id}");
  const isCut = remarks.some(({ rule }) => rule === "clipped-text");
  return content === "long" && tells && !isCut ? ["no remark that text is cut"] : [];
}
