import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Resource } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";

interface ChoiceFieldProps {
  readonly resource: Resource;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (internalName: string) => void;
}

/** The items of the enumeration that a resource names; nothing is chosen beforehand. */
export function ChoiceField({ resource, value, error, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const enumerations = useQuery("enumeration.list", {}).value;
  const items = enumerations?.find((one) => one.id === resource.enumerationId)?.items ?? [];
  const isEmpty = enumerations !== undefined && items.length === 0;
  return (
    <Select
      withAsterisk
      searchable
      openOnFocus={false}
      allowDeselect={false}
      label={resource.title}
      placeholder={t("orders.field.choose")}
      data={items.map((item) => ({ value: item.internalName, label: item.name }))}
      nothingFoundMessage={t("orders.noItem")}
      value={value}
      error={isEmpty ? t("orders.problem.noItems") : error}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}
