import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { formatMoney } from "../../parts/money";
import { comparePeriods, usePeriodWords } from "../../parts/period-words";

interface PeriodFieldProps {
  readonly tariff: Tariff;
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onChange: (months: number | null) => void;
}

/** The periods of a tariff with their prices, shortest first. */
export function PeriodField({ tariff, value, error, onChange }: PeriodFieldProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const periods = [...tariff.periods].sort((left, right) => comparePeriods(left.months, right.months));
  return (
    <Select
      withAsterisk
      openOnFocus={false}
      label={t("orders.field.period")}
      placeholder={t("orders.field.choose")}
      data={periods.map((period) => ({
        value: String(period.months),
        label: `${periodWords(period.months)} · ${formatMoney(period.priceMinor, tariff.currency)}`,
      }))}
      value={value === null ? null : String(value)}
      error={error}
      onChange={(months) => {
        onChange(months === null ? null : Number(months));
      }}
    />
  );
}
