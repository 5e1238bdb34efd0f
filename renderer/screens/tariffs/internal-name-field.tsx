import { Autocomplete, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Preset } from "../../../main/contract/shapes/panel";
import { useQueries } from "../../hooks/use-queries";
import { WarningLine } from "../../parts/warning-line";
import type { FieldMessages } from "./field-messages";
import { FieldWarnings } from "./field-warnings";
import type { TariffDraft } from "./tariff-draft";

interface InternalNameFieldProps {
  readonly draft: TariffDraft;
  readonly messages: FieldMessages;
  readonly onChange: (internalName: string) => void;
}

/** The internal name; for a dedicated tariff the preset it sells, chosen from what its modules' panels have. */
export function InternalNameField({ draft, messages, onChange }: InternalNameFieldProps) {
  const { t } = useTranslation();
  const isDedicated = draft.productType === "dedicated";
  const presets = usePresets(isDedicated ? draft.moduleIds : []);
  const chosen = presets.find(({ name }) => name === draft.internalName.trim());
  if (!isDedicated) {
    return (
      <TextInput
        label={t("tariffs.field.internalName")}
        placeholder={t("tariffs.field.internalNamePlaceholder")}
        maxLength={120}
        value={draft.internalName}
        error={messages.errorAt("internalName")}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  }
  return (
    <div className="tariff-field" data-field="internalName">
      <Autocomplete
        withAsterisk
        openOnFocus={false}
        label={t("tariffs.field.preset")}
        description={chosen ? t("tariffs.field.presetOption", chosen) : t("tariffs.field.presetHint")}
        inputWrapperOrder={["label", "input", "error", "description"]}
        maxLength={120}
        data={presets.map(({ name }) => name)}
        // Which presets there are is worth seeing whatever stands in the field.
        filter={({ options }) => options}
        renderOption={({ option }) => {
          const preset = presets.find(({ name }) => name === option.value);
          return preset ? t("tariffs.field.presetOption", preset) : option.value;
        }}
        value={draft.internalName}
        error={messages.errorAt("internalName")}
        onChange={onChange}
      />
      <FieldWarnings messages={messages.warningsAt("internalName")} />
      {presets.length === 0 ? <WarningLine tone="neutral">{t("tariffs.field.noPresets")}</WarningLine> : null}
    </div>
  );
}

/** The presets of all chosen modules by name, their counts added up. */
function usePresets(moduleIds: readonly string[]): readonly Preset[] {
  const reports = useQueries(
    "module.configuration",
    moduleIds.map((id) => ({ id })),
  );
  return addUp(reports.flatMap((report) => report?.configuration.presets ?? []));
}

function addUp(presets: readonly Preset[]): readonly Preset[] {
  const byName = new Map<string, Preset>();
  for (const preset of presets) {
    const before = byName.get(preset.name) ?? { name: preset.name, free: 0, ownerless: 0, total: 0 };
    byName.set(preset.name, {
      ...before,
      free: before.free + preset.free,
      ownerless: before.ownerless + preset.ownerless,
      total: before.total + preset.total,
    });
  }
  return [...byName.values()].sort((left, right) => left.name.localeCompare(right.name));
}
