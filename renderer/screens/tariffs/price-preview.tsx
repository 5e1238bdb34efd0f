import { NumberInput, Select, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../../main/contract/calls";
import type { Resource, TariffContent } from "../../../main/contract/shapes/tariff";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { comparePeriods, usePeriodWords } from "../../parts/period-words";
import { PriceLines } from "../../parts/price-lines";
import { countedResources, leastAmount } from "../orders/amount-limits";
import { phrase } from "../../text/phrase";

interface PricePreviewProps {
  /** Null while the fields do not make a tariff. */
  readonly content: TariffContent | null;
}

const priceDelayMs = 250;

/** What an order on the tariff as typed would cost, line by line. */
export function PricePreview({ content }: PricePreviewProps) {
  const { t } = useTranslation();
  const [chosenMonths, setChosenMonths] = useState<number | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<string, number | string>>>({});
  const shown = useLastValue(content ?? undefined, "content");
  const periods = [...(shown?.periods ?? [])].sort((left, right) => comparePeriods(left.months, right.months));
  const months = periods.find((one) => one.months === chosenMonths)?.months ?? periods[0]?.months;
  const priced = shown ? countedResources(shown) : [];
  const question = content && months !== undefined ? priceInput(content, months, amounts) : null;
  const [settled] = useDebouncedValue(JSON.stringify(question), priceDelayMs);
  const price = useQuery("tariff.price", JSON.parse(settled) as typeof question);
  const answer = useLastValue(price.value, "price");
  const periodWords = usePeriodWords();
  return (
    <PaneSection title={t("tariffs.section.preview")}>
      <span className="quiet">{t("tariffs.preview.hint")}</span>
      {shown && months !== undefined ? (
        <>
          <div className="tariff-preview-amounts">
            <span>{t("tariffs.preview.period")}</span>
            <Select
              size="xs"
              aria-label={t("tariffs.preview.period")}
              allowDeselect={false}
              data={periods.map((one) => ({ value: String(one.months), label: periodWords(one.months) }))}
              value={String(months)}
              onChange={(value) => {
                setChosenMonths(value === null ? null : Number(value));
              }}
            />
            {priced.map((resource) => (
              <PreviewAmount
                key={resource.name}
                resource={resource}
                value={amounts[resource.name] ?? leastAmount(resource)}
                onChange={(amount) => {
                  setAmounts((before) => ({ ...before, [resource.name]: amount }));
                }}
              />
            ))}
          </div>
          <FaultNotice fault={price.fault} onRetry={price.reload} />
          {answer ? (
            <div data-outdated={price.value === undefined || undefined} aria-live="polite">
              <PriceLines price={answer} resources={shown.resources} periodMonths={months} />
            </div>
          ) : null}
        </>
      ) : null}
      {content ? null : <span className="quiet">{t("tariffs.preview.unavailable")}</span>}
    </PaneSection>
  );
}

interface PreviewAmountProps {
  readonly resource: Resource;
  readonly value: number | string;
  readonly onChange: (amount: number | string) => void;
}

function PreviewAmount({ resource, value, onChange }: PreviewAmountProps) {
  const { t } = useTranslation();
  const { title, measure, maximum, step } = resource;
  const label = t("tariffs.preview.amountOf", { title, measure: phrase(measure) });
  return (
    <>
      <span className="one-line" title={title}>
        {title}
      </span>
      {resource.valueType === "boolean" ? (
        <Switch
          size="xs"
          aria-label={label}
          checked={Number(value) > 0}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? 1 : 0);
          }}
        />
      ) : (
        <NumberInput
          size="xs"
          aria-label={label}
          suffix={` ${phrase(measure)}`}
          thousandSeparator={"\u202f"}
          allowDecimal={false}
          allowNegative={false}
          min={0}
          max={maximum}
          step={step}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  );
}

function priceInput(
  content: TariffContent,
  periodMonths: number,
  typed: Readonly<Record<string, number | string>>,
): CallInput<"tariff.price"> {
  const amounts = countedResources(content).map((one) => {
    const amount = typed[one.name] ?? "";
    return [one.name, amount === "" ? leastAmount(one) : Number(amount)] as const;
  });
  return {
    content,
    periodMonths,
    amounts: Object.fromEntries(amounts),
  };
}
