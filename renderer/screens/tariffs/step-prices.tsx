import { Input } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../parts/money-field";
import { usePeriodWords } from "../../parts/period-words";
import type { ResourceDraft, TariffDraft } from "./tariff-draft";

interface StepPricesProps {
  readonly resource: ResourceDraft;
  readonly draft: TariffDraft;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (stepPrices: ResourceDraft["stepPrices"]) => void;
}

/** The price of one step for each period of the tariff; an empty one costs nothing. */
export function StepPrices({ resource, draft, errorAt, onChange }: StepPricesProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const isYesOrNo = resource.valueType === "boolean";
  return (
    <Input.Wrapper
      role="group"
      label={t(isYesOrNo ? "tariffs.resource.stepPricesYesNo" : "tariffs.resource.stepPrices")}
      labelElement="div"
    >
      <div className="resource-prices">
        {draft.periods.map(({ key, months }) => (
          <MoneyField
            key={key}
            isLabelShown
            label={`${months === "" ? t("tariffs.periodOther") : periodWords(Number(months))}, ${draft.currency}`}
            currency={draft.currency}
            placeholder={t("tariffs.resource.noPrice")}
            value={resource.stepPrices[key] ?? ""}
            error={errorAt(`stepPrices.${key}`)}
            onChange={(price) => {
              onChange({ ...resource.stepPrices, [key]: price });
            }}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
