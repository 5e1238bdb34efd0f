import { ActionIcon, Button, NumberInput, Table } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../parts/money-field";
import type { PeriodDraft, TariffDraft } from "./tariff-draft";
import "./tariff-tables.css";

interface TariffPeriodsProps {
  readonly draft: TariffDraft;
  readonly messageAt: (path: string) => string | undefined;
  readonly onChange: (periods: PeriodDraft[]) => void;
}

const usualMonths = [1, 3, 6, 12, 24, 36];

/** What one period costs, and what is paid once at the start. */
export function TariffPeriods({ draft, messageAt, onChange }: TariffPeriodsProps) {
  const { t } = useTranslation();
  const { periods, currency } = draft;
  const replace = (index: number, values: Partial<PeriodDraft>): void => {
    onChange(periods.map((period, at) => (at === index ? { ...period, ...values } : period)));
  };
  const addPeriod = (): void => {
    const taken = new Set(periods.map((period) => Number(period.months)));
    onChange([...periods, { months: usualMonths.find((months) => !taken.has(months)) ?? "", price: "", setUp: "" }]);
  };
  return (
    <div className="tariff-table">
      <Table verticalSpacing={4} horizontalSpacing={6} withRowBorders={false} maw={460}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{t("tariffs.field.months")}</Table.Th>
            <Table.Th>{`${t("tariffs.field.price")}, ${currency}`}</Table.Th>
            <Table.Th>{`${t("tariffs.field.setUp")}, ${currency}`}</Table.Th>
            <Table.Th w={36} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {periods.map((period, index) => {
            const row = t("tariffs.monthsRow", { months: period.months });
            const path = `periods.${String(index)}`;
            return (
              <Table.Tr key={index}>
                <Table.Td>
                  <NumberInput
                    aria-label={t("tariffs.cell", { column: t("tariffs.field.months"), row })}
                    value={period.months}
                    min={1}
                    max={36}
                    clampBehavior="none"
                    allowDecimal={false}
                    error={messageAt(`${path}.months`)}
                    onChange={(months) => {
                      replace(index, { months });
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <MoneyField
                    label={t("tariffs.cell", { column: t("tariffs.field.price"), row })}
                    currency={currency}
                    value={period.price}
                    placeholder="0.00"
                    error={messageAt(`${path}.priceMinor`)}
                    onChange={(price) => {
                      replace(index, { price });
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <MoneyField
                    label={t("tariffs.cell", { column: t("tariffs.field.setUp"), row })}
                    currency={currency}
                    value={period.setUp}
                    placeholder={t("tariffs.field.noFee")}
                    error={messageAt(`${path}.setUpMinor`)}
                    onChange={(setUp) => {
                      replace(index, { setUp });
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    aria-label={t("tariffs.remove", { row })}
                    disabled={periods.length === 1}
                    onClick={() => {
                      onChange(periods.filter((_, at) => at !== index));
                    }}
                  >
                    <IconX size="1.1em" aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Button variant="subtle" leftSection={<IconPlus size="1.1em" aria-hidden />} onClick={addPeriod}>
        {t("tariffs.addPeriod")}
      </Button>
    </div>
  );
}
