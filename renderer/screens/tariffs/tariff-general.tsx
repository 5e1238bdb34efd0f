import { Autocomplete, Group, MultiSelect, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { WarningLine } from "../../parts/warning-line";
import type { TariffDraft } from "./tariff-draft";

interface TariffGeneralProps {
  readonly draft: TariffDraft;
  readonly modules: readonly Module[];
  readonly messageAt: (path: string) => string | undefined;
  readonly onChange: (values: Partial<TariffDraft>) => void;
}

const usualCurrencies = ["EUR", "USD", "GBP", "CHF", "RUB", "PLN", "CZK"];

/** What the tariff is called, in which currency it is paid, and which modules serve it. */
export function TariffGeneral({ draft, modules, messageAt, onChange }: TariffGeneralProps) {
  const { t } = useTranslation();
  return (
    <>
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          withAsterisk
          label={t("tariffs.field.name")}
          placeholder={t("tariffs.field.namePlaceholder")}
          maxLength={120}
          value={draft.name}
          error={messageAt("name")}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
        />
        <Autocomplete
          w={110}
          withAsterisk
          label={t("tariffs.field.currency")}
          data={usualCurrencies}
          maxLength={3}
          value={draft.currency}
          error={messageAt("currency")}
          onChange={(currency) => {
            onChange({ currency: currency.toUpperCase() });
          }}
        />
      </Group>
      <MultiSelect
        label={t("tariffs.field.modules")}
        description={t("tariffs.field.modulesHint")}
        placeholder={draft.moduleIds.length === 0 ? t("tariffs.field.modulesPlaceholder") : ""}
        data={modules.map((module) => ({
          value: module.id,
          label: t("tariffs.field.moduleOption", { name: module.name, sort: module.sort }),
        }))}
        value={draft.moduleIds}
        error={messageAt("moduleIds")}
        onChange={(moduleIds) => {
          onChange({ moduleIds });
        }}
      />
      {draft.moduleIds.length === 0 ? <WarningLine>{t("tariffs.field.noModules")}</WarningLine> : null}
      <Switch
        label={t("tariffs.field.isActive")}
        checked={draft.isActive}
        onChange={(event) => {
          onChange({ isActive: event.currentTarget.checked });
        }}
      />
    </>
  );
}
