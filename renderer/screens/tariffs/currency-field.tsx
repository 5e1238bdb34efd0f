import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatCurrencyName } from "../../text/format";

interface CurrencyFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (currency: string) => void;
}

const usual = ["EUR", "USD", "GBP", "CHF", "PLN", "CZK", "RUB"];

/** Every currency of ISO 4217 that the runtime knows, found by code or name. */
export function CurrencyField({ value, error, onChange }: CurrencyFieldProps) {
  const { t } = useTranslation();
  const groups = useMemo(() => {
    const option = (code: string) => ({ value: code, label: `${code} · ${formatCurrencyName(code)}` });
    const others = Intl.supportedValuesOf("currency").filter((code) => !usual.includes(code));
    return [
      { group: t("tariffs.field.currencyUsual"), items: usual.map(option) },
      { group: t("tariffs.field.currencyAll"), items: others.map(option) },
    ];
  }, [t]);
  return (
    <Select
      withAsterisk
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      allowDeselect={false}
      label={t("tariffs.field.currency")}
      data={groups}
      maxDropdownHeight={280}
      // Hundreds of options that are hardly ever looked at.
      comboboxProps={{ keepMounted: false }}
      nothingFoundMessage={t("tariffs.field.noCurrency")}
      value={value}
      error={error}
      onChange={(currency) => {
        if (currency !== null) onChange(currency);
      }}
    />
  );
}
