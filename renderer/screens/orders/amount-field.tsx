import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { groupDigits } from "../../parts/digits";
import { formatMoney } from "../../parts/money";
import type { AmountProblem } from "./amount-limits";

interface AmountFieldProps {
  readonly resource: Resource;
  readonly currency: string;
  readonly value: number | string;
  readonly problem: AmountProblem | undefined;
  readonly issue: string | undefined;
  readonly onChange: (amount: number | string) => void;
}

/** How much of a resource is ordered; the limits and the price of more are said below. */
export function AmountField({ resource, currency, value, problem, issue, onChange }: AmountFieldProps) {
  const { t } = useTranslation();
  const problemText = useAmountProblemText();
  const { name, measure, included, maximum, step, stepPriceMinor } = resource;
  const isFixed = included === maximum;
  const words = { included: groupDigits(included), maximum: groupDigits(maximum), step: groupDigits(step) };
  const limits = isFixed
    ? t("orders.limitsFixed", words)
    : t(step === 1 ? "orders.limitsByOne" : "orders.limits", words);
  const price =
    isFixed || stepPriceMinor === 0
      ? ""
      : t("orders.stepPrice", { price: formatMoney(stepPriceMinor, currency), step, measure });
  return (
    <NumberInput
      label={t(`tariffs.resource.${name}`)}
      description={
        <>
          {limits}
          {price === "" ? null : (
            <>
              <br />
              {price}
            </>
          )}
        </>
      }
      inputWrapperOrder={["label", "input", "error", "description"]}
      suffix={` ${measure}`}
      thousandSeparator={"\u202f"}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={included}
      max={maximum}
      step={step}
      disabled={isFixed}
      value={value}
      error={problem ? problemText(problem) : issue}
      onChange={onChange}
    />
  );
}

function useAmountProblemText(): (problem: AmountProblem) => string {
  const { t } = useTranslation();
  return (problem) => {
    switch (problem.kind) {
      case "not-whole":
        return t("orders.problem.notWhole");
      case "below-included":
        return t("orders.problem.belowIncluded", { included: problem.included });
      case "above-maximum":
        return t("orders.problem.aboveMaximum", { maximum: problem.maximum });
      case "off-step":
        return problem.lower === problem.upper
          ? t("orders.problem.offStepLast", { lower: problem.lower })
          : t("orders.problem.offStep", { lower: problem.lower, upper: problem.upper });
    }
  };
}
