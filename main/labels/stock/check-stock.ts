import type { Issue } from "../../contract/faults";
import type { StockContent } from "../../contract/shapes/label";

/** Sheets are cut to a tenth of a millimetre; sums of rounded measures may run over by that. */
const slack = 0.15;

/** What cannot be true of stock, one issue a field; the shape of the fields is the contract's business. */
export function checkStock(stock: StockContent): readonly Issue[] {
  return [...heightIssues(stock), ...marginIssues(stock), ...formIssues(stock), ...sheetIssues(stock)];
}

function heightIssues({ form, height }: StockContent): Issue[] {
  if (form === "continuous" && height !== null)
    return [issue("height", "Continuous stock has no height: the printer cuts it to length.")];
  if (form !== "continuous" && height === null)
    return [issue("height", "Only continuous stock has no height. Give the height of one label.")];
  return [];
}

function marginIssues({ width, height, margins }: StockContent): Issue[] {
  const issues: Issue[] = [];
  if (margins.left + margins.right > width - 2)
    issues.push(issue("margins.left", "The margins at left and right leave less than 2 mm to print on."));
  if (height !== null && margins.top + margins.bottom > height - 2)
    issues.push(issue("margins.top", "The margins at top and bottom leave less than 2 mm to print on."));
  return issues;
}

function formIssues({ form, family, width, height, sheet, cornerRadius }: StockContent): Issue[] {
  const issues: Issue[] = [];
  if (form === "round" && height !== null && Math.abs(width - height) > slack)
    issues.push(issue("height", "A round label is as high as it is wide."));
  if (cornerRadius > Math.min(width, height ?? width) / 2 + slack)
    issues.push(issue("cornerRadius", "The corners are rounder than the label is wide."));
  if (form === "sheet" && sheet === null) issues.push(issue("sheet", "Say where the labels lie on the page."));
  if (form !== "sheet" && sheet !== null) issues.push(issue("sheet", "Only sheets have places on a page."));
  if (form === "sheet" && family !== "sheet" && family !== "other")
    issues.push(issue("family", "Label printers take rolls; sheets are of the family “sheet”."));
  return issues;
}

function sheetIssues({ width, height, sheet }: StockContent): Issue[] {
  if (sheet === null || height === null) return [];
  const issues: Issue[] = [];
  if (sheet.columns > 1 && sheet.pitchX < width - slack)
    issues.push(issue("sheet.pitchX", "Labels overlap: from one label to the next it is less than its width."));
  if (sheet.rows > 1 && sheet.pitchY < height - slack)
    issues.push(issue("sheet.pitchY", "Labels overlap: from one label to the next it is less than its height."));
  if (sheet.originX + (sheet.columns - 1) * sheet.pitchX + width > sheet.pageWidth + slack)
    issues.push(issue("sheet.columns", "The last column does not fit on the page."));
  if (sheet.originY + (sheet.rows - 1) * sheet.pitchY + height > sheet.pageHeight + slack)
    issues.push(issue("sheet.rows", "The last row does not fit on the page."));
  return issues;
}

function issue(path: string, message: string): Issue {
  return { path, message };
}
