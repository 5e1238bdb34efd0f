import { NumberInput, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { phrase } from "../../text/phrase";
import { leastAmount, type AmountProblem } from "./amount-limits";
import { LimitWords } from "./limit-words";

interface AmountFieldProps {
  readonly resource: Resource;
  readonly currency: string;
  readonly periodMonths: number | null;
  readonly value: number | string;
  readonly problem: AmountProblem | undefined;
  readonly issue: string | undefined;
  readonly onChange: (amount: number | string) => void;
}

/** How much of a resource is ordered; the limits and the price of more are said below. */
export function AmountField(props: AmountFieldProps) {
  const { resource, value, problem, issue, onChange } = props;
  const problemText = useAmountProblemText();
  const words = <LimitWords resource={resource} currency={props.currency} periodMonths={props.periodMonths} />;
  const { included, maximum } = resource;
  if (resource.valueType === "boolean") {
    return (
      <Switch
        label={resource.title}
        description={words}
        disabled={included >= 1 || maximum === 0}
        checked={Number(value) > 0}
        error={problem ? problemText(problem) : issue}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? 1 : 0);
        }}
      />
    );
  }
  return (
    <NumberInput
      label={resource.title}
      description={words}
      inputWrapperOrder={["label", "input", "error", "description"]}
      suffix={` ${phrase(resource.measure)}`}
      thousandSeparator={"\u202f"}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      min={leastAmount(resource)}
      max={maximum}
      step={resource.step}
      disabled={leastAmount(resource) === maximum}
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
      case "below-minimum":
        return t("orders.problem.belowMinimum", { minimum: problem.minimum });
      case "above-maximum":
        return t("orders.problem.aboveMaximum", { maximum: problem.maximum });
      case "off-step":
        return problem.lower === problem.upper
          ? t("orders.problem.offStepLast", { lower: problem.lower })
          : t("orders.problem.offStep", { lower: problem.lower, upper: problem.upper });
    }
  };
}
