import { NumberInput, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Measure } from "../../../main/contract/shapes/tariff";
import { phrase } from "../../text/phrase";
import type { ResourceDraft } from "./tariff-draft";

interface ResourceAmountsProps {
  readonly resource: ResourceDraft;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (values: Partial<ResourceDraft>) => void;
}

const amounts = ["included", "minimum", "maximum", "step"] as const;
const measures = ["pcs", "U", "Mbit/s", "Gbit/s", "W", "kW", "GB", "TB"] as const satisfies readonly Measure[];

/** How much is contained and how much can be ordered; for a yes-or-no option only whether it is contained. */
export function ResourceAmounts({ resource, errorAt, onChange }: ResourceAmountsProps) {
  const { t } = useTranslation();
  if (resource.valueType === "boolean") {
    return (
      <Switch
        label={t("tariffs.resource.isIncluded")}
        checked={Number(resource.included) > 0}
        onChange={(event) => {
          onChange({ included: event.currentTarget.checked ? 1 : 0 });
        }}
      />
    );
  }
  return (
    <div className="resource-amounts">
      {amounts.map((field) => (
        <NumberInput
          key={field}
          label={t(`tariffs.resource.${field}`)}
          value={resource[field]}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator={"\u202f"}
          error={errorAt(field)}
          styles={{ input: { textAlign: "right" } }}
          onChange={(amount) => {
            onChange({ [field]: amount });
          }}
        />
      ))}
      <Select
        label={t("tariffs.resource.measure")}
        allowDeselect={false}
        data={measures.map((value) => ({ value, label: phrase(value) }))}
        value={resource.measure}
        error={errorAt("measure")}
        onChange={(value) => {
          const measure = measures.find((one) => one === value);
          if (measure) onChange({ measure });
        }}
      />
    </div>
  );
}
