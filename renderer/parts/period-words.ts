import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** The billing side's own codes for lengths that are not months. */
export const lifetimeCode = 0;
export const dayCode = -50;
export const trialCode = -100;

/** How long a period is: `12 months`, `Lifetime`. */
export function usePeriodWords(): (months: number) => string {
  const { t } = useTranslation();
  return useCallback((months) => periodWords(t, months), [t]);
}

/** The same outside a component. */
export function periodWords(t: TFunction, months: number): string {
  if (months === trialCode) return t("parts.period.trial");
  if (months === dayCode) return t("parts.period.day");
  if (months === lifetimeCode) return t("parts.period.lifetime");
  return t("parts.period.months", { count: months });
}

/** Sorts by length: trial, day, months, and a lifetime last. */
export function comparePeriods(left: number, right: number): number {
  return lengthOf(left) - lengthOf(right);
}

function lengthOf(months: number): number {
  return months === lifetimeCode ? Number.POSITIVE_INFINITY : months;
}
