import { ActionIcon, Button, Menu, NumberInput, Table } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Allowed } from "../../parts/allowed";
import { MoneyField } from "../../parts/money-field";
import { usePeriodWords } from "../../parts/period-words";
import type { FieldMessages } from "./field-messages";
import { newPeriod, usualPeriods, type PeriodDraft, type TariffDraft } from "./tariff-draft";

interface TariffPeriodsProps {
  readonly draft: TariffDraft;
  readonly messages: FieldMessages;
  readonly onChange: (periods: PeriodDraft[]) => void;
}

/** What one period costs, and what is paid once at the start. */
export function TariffPeriods({ draft: { periods, currency }, messages, onChange }: TariffPeriodsProps) {
  const { t } = useTranslation();
  return (
    <div className="tariff-periods" data-field="periods">
      <Table verticalSpacing={3} horizontalSpacing={6} withRowBorders={false} maw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="30%">{t("tariffs.field.period")}</Table.Th>
            <Table.Th>{`${t("tariffs.field.price")}, ${currency}`}</Table.Th>
            <Table.Th>{`${t("tariffs.field.setUp")}, ${currency}`}</Table.Th>
            <Table.Th w={36} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {periods.map((period, index) => (
            <PeriodRow
              key={period.key}
              period={period}
              currency={currency}
              errorAt={(field) => messages.errorAt(`periods.${String(index)}.${field}`)}
              onChange={(values) => {
                onChange(periods.with(index, { ...period, ...values }));
              }}
              onRemove={
                periods.length === 1
                  ? null
                  : () => {
                      onChange(periods.toSpliced(index, 1));
                    }
              }
            />
          ))}
        </Table.Tbody>
      </Table>
      <Allowed to="tariff.save">
        <AddPeriod
          periods={periods}
          onAdd={(months) => {
            onChange([...periods, newPeriod(periods, months)]);
          }}
        />
      </Allowed>
    </div>
  );
}

interface PeriodRowProps {
  readonly period: PeriodDraft;
  readonly currency: string;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (values: Partial<PeriodDraft>) => void;
  /** Null for the last one: a tariff has at least one. */
  readonly onRemove: (() => void) | null;
}

function PeriodRow({ period, currency, errorAt, onChange, onRemove }: PeriodRowProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const row = period.months === "" ? t("tariffs.periodOther") : periodWords(Number(period.months));
  return (
    <Table.Tr>
      <Table.Td>
        {period.isOther ? (
          <NumberInput
            aria-label={t("tariffs.field.months")}
            suffix={` ${t("tariffs.field.months").toLowerCase()}`}
            value={period.months}
            min={1}
            max={36}
            clampBehavior="none"
            allowDecimal={false}
            error={errorAt("months")}
            onChange={(months) => {
              onChange({ months });
            }}
          />
        ) : (
          <div className="tariff-period-name">{row}</div>
        )}
      </Table.Td>
      <Table.Td>
        <MoneyField
          label={t("tariffs.cell", { column: t("tariffs.field.price"), row })}
          currency={currency}
          value={period.price}
          placeholder={t("tariffs.field.free")}
          error={errorAt("priceMinor")}
          onChange={(price) => {
            onChange({ price });
          }}
        />
      </Table.Td>
      <Table.Td>
        <MoneyField
          label={t("tariffs.cell", { column: t("tariffs.field.setUp"), row })}
          currency={currency}
          value={period.setUp}
          placeholder={t("tariffs.field.noFee")}
          error={errorAt("setUpMinor")}
          onChange={(setUp) => {
            onChange({ setUp });
          }}
        />
      </Table.Td>
      <Table.Td>
        <Allowed to="tariff.save">
          <ActionIcon
            aria-label={t("tariffs.remove", { row })}
            disabled={onRemove === null}
            onClick={() => {
              onRemove?.();
            }}
          >
            <IconX size="1.1em" aria-hidden />
          </ActionIcon>
        </Allowed>
      </Table.Td>
    </Table.Tr>
  );
}

interface AddPeriodProps {
  readonly periods: readonly PeriodDraft[];
  /** With null one whose length is typed. */
  readonly onAdd: (months: number | null) => void;
}

function AddPeriod({ periods, onAdd }: AddPeriodProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const missing = usualPeriods.filter((months) => !periods.some((one) => String(one.months) === String(months)));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconPlus size="1.1em" aria-hidden />}>
          {t("tariffs.addPeriod")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {missing.map((months) => (
          <Menu.Item
            key={months}
            onClick={() => {
              onAdd(months);
            }}
          >
            {periodWords(months)}
          </Menu.Item>
        ))}
        {missing.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item
          onClick={() => {
            onAdd(null);
          }}
        >
          {t("tariffs.otherPeriod")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
