import i18next from "i18next";
import type { Language } from "../../main/contract/shapes/preference";
import { presentLanguage } from "./present-language";

/** English dates and lists are those of Europe: the day comes before the month. */
const europeanLocales: Readonly<Record<Language, string>> = { en: "en-GB", ru: "ru" };

/** A number, or the decimal text of one that no number holds: `15 000` in Russian, `15,000` in English. */
export function formatNumber(value: number | string, options: Intl.NumberFormatOptions = {}): string {
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? BigInt(value) : Number(value);
  return numberFormat(options).format(number);
}

/** `0.42` as `42%`. */
export function formatPercent(share: number): string {
  return formatNumber(share, { style: "percent", maximumFractionDigits: 0 });
}

/** An amount in whole units of a currency; `parts/money.ts` knows minor units. */
export function formatCurrency(amount: number, currency: string): string {
  return formatNumber(amount, { style: "currency", currency });
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The size of a file in the unit that reads best: 1536000 → `1.5 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return formatNumber(bytes / 1_000 ** power, {
    style: "unit",
    unit: byteUnits[power] ?? "byte",
    maximumFractionDigits: power < 2 ? 0 : 1,
  });
}

/** `23 Nov 2026`. */
export function formatDate(at: number): string {
  return dateFormat({ dateStyle: "medium" }).format(at);
}

/** `23 Nov`, where the year is clear. */
export function formatDayMonth(at: number): string {
  return dateFormat({ day: "numeric", month: "short" }).format(at);
}

/** `23 November 2026`. */
export function formatLongDate(at: number): string {
  return dateFormat({ dateStyle: "long" }).format(at);
}

/** `23 Nov 2026, 14:05:09`. */
export function formatDateTime(at: number): string {
  return dateFormat({ dateStyle: "medium", timeStyle: "medium" }).format(at);
}

/** `rack A1, rack A2 and rack A3`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(europeanLocales[presentLanguage()], { type: "conjunction" }).format(items);
}

/** Compares names as people sort them: `rack 2` before `rack 10`. */
export function compareNames(left: string, right: string): number {
  return collators[presentLanguage()].compare(left, right);
}

/** What a currency is called; empty where the code is none. */
export function formatCurrencyName(code: string): string {
  return new Intl.DisplayNames(presentLanguage(), { type: "currency", fallback: "none" }).of(code) ?? "";
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

/** How long ago or how soon: `5 min ago`, `in 2 d`. */
export function formatRelative(at: number, now: number): string {
  const distanceMs = Math.abs(now - at);
  const isFuture = at > now + 1_000;
  if (distanceMs < 5_000) return i18next.t("parts.justNow");
  if (distanceMs < minuteMs) {
    const count = Math.round(distanceMs / 1_000);
    return isFuture ? i18next.t("parts.inSeconds", { count }) : i18next.t("parts.secondsAgo", { count });
  }
  if (distanceMs < hourMs) {
    const count = Math.floor(distanceMs / minuteMs);
    return isFuture ? i18next.t("parts.inMinutes", { count }) : i18next.t("parts.minutesAgo", { count });
  }
  if (distanceMs < 2 * dayMs) {
    const count = Math.floor(distanceMs / hourMs);
    return isFuture ? i18next.t("parts.inHours", { count }) : i18next.t("parts.hoursAgo", { count });
  }
  if (distanceMs >= 2 * yearMs) {
    const count = Math.floor(distanceMs / yearMs);
    return isFuture ? i18next.t("parts.inYears", { count }) : i18next.t("parts.yearsAgo", { count });
  }
  const count = Math.floor(distanceMs / dayMs);
  return isFuture ? i18next.t("parts.inDays", { count }) : i18next.t("parts.daysAgo", { count });
}

const collators: Readonly<Record<Language, Intl.Collator>> = {
  en: new Intl.Collator("en", { numeric: true, sensitivity: "base" }),
  ru: new Intl.Collator("ru", { numeric: true, sensitivity: "base" }),
};

/** Making a format costs far more than using it, and lists use one in every row. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, options, () => new Intl.NumberFormat(presentLanguage(), options));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, options, () => new Intl.DateTimeFormat(europeanLocales[presentLanguage()], options));
}

function kept<Format>(formats: Map<string, Format>, options: object, make: () => Format): Format {
  const key = presentLanguage() + JSON.stringify(options);
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
