import { ActionIcon, NumberInput, Switch, Table, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../parts/money-field";
import type { ResourceDraft } from "./tariff-draft";

interface TariffResourceRowProps {
  readonly resource: ResourceDraft;
  readonly currency: string;
  readonly messageAt: (field: string) => string | undefined;
  readonly onChange: (values: Partial<ResourceDraft>) => void;
  readonly onRemove: () => void;
}

const amountColumns = ["included", "maximum", "step"] as const;

/** One resource of a tariff; every column is a field. */
export function TariffResourceRow({ resource, currency, messageAt, onChange, onRemove }: TariffResourceRowProps) {
  const { t } = useTranslation();
  const row = t(`tariffs.resource.${resource.name}`);
  const labelOf = (column: "included" | "maximum" | "step" | "measure" | "stepPrice" | "isActive"): string =>
    t("tariffs.cell", { column: t(`tariffs.column.${column}`), row });
  return (
    <Table.Tr className="tariff-resource" data-inactive={!resource.isActive || undefined}>
      <Table.Td>
        <div className="tariff-resource-name">
          <div>{row}</div>
          <div className="mono quiet">{resource.name}</div>
        </div>
      </Table.Td>
      {amountColumns.map((column) => (
        <Table.Td key={column}>
          <NumberInput
            aria-label={labelOf(column)}
            value={resource[column]}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator={"\u202f"}
            error={messageAt(column)}
            styles={{ input: { textAlign: "right" } }}
            onChange={(amount) => {
              onChange({ [column]: amount });
            }}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <TextInput
          aria-label={labelOf("measure")}
          value={resource.measure}
          maxLength={20}
          error={messageAt("measure")}
          onChange={(event) => {
            onChange({ measure: event.currentTarget.value });
          }}
        />
      </Table.Td>
      <Table.Td>
        <MoneyField
          label={labelOf("stepPrice")}
          currency={currency}
          value={resource.stepPrice}
          error={messageAt("stepPriceMinor")}
          onChange={(stepPrice) => {
            onChange({ stepPrice });
          }}
        />
      </Table.Td>
      <Table.Td>
        <div className="tariff-resource-switch">
          <Switch
            aria-label={labelOf("isActive")}
            checked={resource.isActive}
            onChange={(event) => {
              onChange({ isActive: event.currentTarget.checked });
            }}
          />
        </div>
      </Table.Td>
      <Table.Td>
        <ActionIcon aria-label={t("tariffs.remove", { row })} onClick={onRemove}>
          <IconX size="1.1em" aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
