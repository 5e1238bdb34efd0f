import type { Stock } from "../../../contract/shapes/label";
import type { Layout } from "../../layout/layout";
import type { Typefaces } from "../../type/typefaces";
import { labelContent, toNumber } from "./label-content";
import { createPdfFile } from "./pdf-file";
import { createPdfFonts } from "./pdf-fonts";

/** A PDF that grows label by label and page by page. */
export interface PdfDocument {
  add(layout: Layout): void;
  /** Bytes of the pages that are full, and how many labels are on them so far. */
  take(): { readonly bytes: Buffer; readonly labels: number };
  /** The rest of the document. */
  end(): { readonly bytes: Buffer; readonly labels: number };
}

const pointsInInch = 72;
const millimetresPerInch = 25.4;

/**
 * Sheets have as many labels on a page as they take, from the start position on; on rolls every label is a page of its exact size. Viewers are
 * told not to scale it for printing.
 */
export function createPdfDocument(stock: Stock, dpi: number, startPosition: number, typefaces: Typefaces): PdfDocument {
  const file = createPdfFile();
  const [catalog, tree, resources, information] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()];
  const fonts = createPdfFonts(file, typefaces);
  const pages: number[] = [];
  const pointsInDot = pointsInInch / dpi;
  const toDots = (millimetres: number): number => Math.round((millimetres * dpi) / millimetresPerInch);
  const toPoints = (millimetres: number): number => (millimetres * pointsInInch) / millimetresPerInch;
  let position = startPosition;
  let content: string[] = [];
  let page: { width: number; height: number } | undefined;
  let labels = 0;
  let whole = 0;

  const writePage = (): void => {
    if (page === undefined) return;
    const [id, contents] = [file.reserve(), file.reserve()];
    const box = `[0 0 ${toNumber(page.width)} ${toNumber(page.height)}]`;
    file.object(
      id,
      `<</Type/Page/Parent ${tree} 0 R/MediaBox${box}/Resources ${resources} 0 R/Contents ${contents} 0 R>>`,
    );
    file.stream(contents, "", Buffer.from(content.join(""), "latin1"));
    pages.push(id);
    [content, page, whole] = [[], undefined, labels];
  };

  const addToSheet = (layout: Layout, sheet: NonNullable<Stock["sheet"]>): void => {
    const place = position % (sheet.columns * sheet.rows);
    if (place === 0) writePage();
    page ??= { width: toPoints(sheet.pageWidth), height: toPoints(sheet.pageHeight) };
    const x = toDots(sheet.originX + (place % sheet.columns) * sheet.pitchX);
    const y = toDots(sheet.originY + Math.floor(place / sheet.columns) * sheet.pitchY);
    content.push(labelContent(layout, { pageHeight: page.height / pointsInDot, x, y, pointsInDot }, fonts));
    position += 1;
  };

  const addToRoll = (layout: Layout): void => {
    writePage();
    const along = layout.isTurned ? layout.width : layout.height;
    const height = stock.height === null ? along * pointsInDot : toPoints(stock.height);
    page = { width: toPoints(stock.width), height };
    content.push(labelContent(layout, { pageHeight: height / pointsInDot, x: 0, y: 0, pointsInDot }, fonts));
  };

  return {
    add: (layout) => {
      if (stock.sheet === null) addToRoll(layout);
      else addToSheet(layout, stock.sheet);
      labels += 1;
    },
    take: () => ({ bytes: file.take(), labels: whole }),
    end: () => {
      writePage();
      fonts.writeTo(file);
      file.object(resources, `<</Font<<${fonts.resources}>>>>`);
      file.object(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((id) => `${id} 0 R`).join(" ")}]>>`);
      file.object(information, "<</Title(Labels)/Producer(Rackside)>>");
      file.object(catalog, `<</Type/Catalog/Pages ${tree} 0 R/ViewerPreferences<</PrintScaling/None>>>>`);
      file.end(catalog, information);
      return { bytes: file.take(), labels };
    },
  };
}
