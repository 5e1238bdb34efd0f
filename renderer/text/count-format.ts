import type { FormatterModule } from "i18next";
import { formatNumber } from "./format";

/**
 * Writes `{{count}}` in every text with the language's separators, as all figures of the window are written. A number of another name
 * may be one that names a thing, such as a server's id, and stays as it is.
 */
export const countFormat: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: string | number | undefined, _format, _language, options?: Readonly<Record<string, unknown>>) =>
    typeof value === "number" && options?.["interpolationkey"] === "count" ? formatNumber(value) : String(value ?? ""),
};
