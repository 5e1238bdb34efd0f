import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../text/format";
import type { TariffProblem } from "./tariff-problems";

/** The sentence that stands by a field of the tariff editor. */
export function useProblemText(currency: string): (problem: TariffProblem) => string {
  const { t } = useTranslation();
  return useCallback(
    (problem) => {
      switch (problem.kind) {
        case "required":
          return t("tariffs.problem.required");
        case "enumeration":
          return t("tariffs.problem.enumeration");
        case "no-period":
          return t("tariffs.problem.noPeriod");
        case "period-twice":
          return t("tariffs.problem.periodTwice");
        case "whole-number":
          return t("tariffs.problem.wholeNumber", { from: problem.from, to: formatNumber(problem.to) });
        case "resource-name":
          return t("tariffs.problem.resourceName");
        case "resource-twice":
          return t("tariffs.problem.resourceTwice");
        case "above-maximum":
          return t("tariffs.problem.aboveMaximum", { maximum: formatNumber(problem.maximum) });
        case "empty":
          return t("tariffs.problem.empty");
        case "not-a-number":
          return t("tariffs.problem.notANumber");
        case "negative":
          return t("tariffs.problem.negative");
        case "ambiguous":
          return t("tariffs.problem.ambiguous");
        case "too-many-decimals":
          return t("tariffs.problem.decimals", { count: problem.digits, currency });
        case "too-large":
          return t("tariffs.problem.tooLarge");
      }
    },
    [t, currency],
  );
}
