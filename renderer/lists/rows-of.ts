import type { PagedCallName, Pages, RowOf } from "../hooks/use-pages";
import { pageIn } from "./ask-page";
import type { RowSource } from "./data-list";

/** The rows of pages, as a list takes them. */
export function rowsOf<Name extends PagedCallName>(pages: Pages<Name>): RowSource<RowOf<Name>> {
  const { total, rowAt, onRange, scope, firstPage, fault, reload } = pages;
  const isCapped = firstPage !== undefined && pageIn(firstPage).isCapped === true;
  return { total, rowAt, onRange, scope, isKnown: firstPage !== undefined, isCapped, fault, reload };
}
