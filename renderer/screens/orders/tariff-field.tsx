import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { compareNames } from "../../text/format";

interface TariffFieldProps {
  readonly tariffs: readonly TariffRow[];
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (tariff: TariffRow) => void;
}

const productTypes = ["dedicated", "colocation"] as const;
/** More than these nobody reads through: the search narrows them down. */
const mostShown = 100;

/** The tariffs on offer, by product type and name. */
export function TariffField({ tariffs, value, error, onChange }: TariffFieldProps) {
  const { t } = useTranslation();
  const groups = useMemo(() => {
    const byName = [...tariffs].sort((left, right) => compareNames(left.name, right.name));
    return productTypes
      .map((type) => ({
        group: t(`tariffs.productType.${type}`),
        items: byName.filter((one) => one.productType === type).map(({ id, name }) => ({ value: id, label: name })),
      }))
      .filter(({ items }) => items.length > 0);
  }, [tariffs, t]);
  return (
    <Select
      withAsterisk
      searchable
      openOnFocus={false}
      allowDeselect={false}
      limit={mostShown}
      maxDropdownHeight={320}
      comboboxProps={{ keepMounted: false }}
      label={t("orders.field.tariff")}
      placeholder={t("orders.field.choose")}
      nothingFoundMessage={t("orders.noTariffFound")}
      data={groups}
      value={value}
      error={error}
      onChange={(id) => {
        const chosen = tariffs.find((one) => one.id === id);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
