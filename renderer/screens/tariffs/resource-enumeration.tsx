import { Anchor, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { useConsole } from "../../stores/console-store";
import { FieldWarnings } from "./field-warnings";

interface ResourceEnumerationProps {
  readonly enumerationId: string | null;
  readonly error: string | undefined;
  readonly warnings: readonly string[];
  readonly onChange: (enumerationId: string) => void;
}

/** Which enumeration's items an order may choose from. */
export function ResourceEnumeration({ enumerationId, error, warnings, onChange }: ResourceEnumerationProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const enumerations = useQuery("enumeration.list", {}).value;
  return (
    <div className="tariff-field">
      <Select
        withAsterisk
        searchable
        openOnFocus={false}
        allowDeselect={false}
        maw={420}
        label={t("tariffs.resource.enumeration")}
        placeholder={t("tariffs.resource.enumerationPlaceholder")}
        nothingFoundMessage={t("tariffs.resource.noEnumerations")}
        data={(enumerations ?? []).map(({ id, name, items }) => ({
          value: id,
          label: `${name} · ${t("tariffs.resource.itemCount", { count: items.length })}`,
        }))}
        value={enumerationId}
        error={error}
        onChange={(id) => {
          if (id !== null) onChange(id);
        }}
      />
      <FieldWarnings messages={warnings} />
      <Anchor
        component="button"
        type="button"
        size="xs"
        w="max-content"
        onClick={() => {
          open("enumerations", enumerationId);
        }}
      >
        {t("tariffs.resource.openEnumerations")}
      </Anchor>
    </div>
  );
}
