import { SegmentedControl, Input, Switch, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { CurrencyField } from "./currency-field";
import type { FieldMessages } from "./field-messages";
import { InternalNameField } from "./internal-name-field";
import { withProductType } from "./tariff-changes";
import type { TariffDraft } from "./tariff-draft";
import { TariffModules } from "./tariff-modules";
import "./tariff-editor.css";

interface TariffGeneralProps {
  readonly draft: TariffDraft;
  readonly isNew: boolean;
  readonly modules: readonly ModuleRow[];
  readonly messages: FieldMessages;
  readonly onChange: (values: Partial<TariffDraft>) => void;
}

const productTypes = ["colocation", "dedicated"] as const;

/** What is sold, what it is called, in which currency it is paid, and which modules serve it. */
export function TariffGeneral({ draft, isNew, modules, messages, onChange }: TariffGeneralProps) {
  const { t } = useTranslation();
  const isColocation = draft.productType === "colocation";
  // The preset is chosen among those of the modules, so it stands below them.
  const internalName = (
    <InternalNameField
      draft={draft}
      messages={messages}
      onChange={(internalName) => {
        onChange({ internalName });
      }}
    />
  );
  return (
    <>
      {isNew ? (
        <Input.Wrapper
          label={t("tariffs.field.productType")}
          description={t("tariffs.field.productTypeFixed")}
          inputWrapperOrder={["label", "input", "description"]}
        >
          <div>
            <SegmentedControl
              size="xs"
              aria-label={t("tariffs.field.productType")}
              data={productTypes.map((value) => ({ value, label: t(`tariffs.productType.${value}`) }))}
              value={draft.productType}
              onChange={(productType) => {
                onChange(withProductType(draft, productType, modules));
              }}
            />
          </div>
        </Input.Wrapper>
      ) : null}
      <div className="tariff-names" data-count={isColocation ? 3 : 2}>
        <TextInput
          withAsterisk
          label={t("tariffs.field.name")}
          placeholder={t(`tariffs.field.namePlaceholder.${draft.productType}`)}
          maxLength={120}
          value={draft.name}
          error={messages.errorAt("name")}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
        />
        {isColocation ? internalName : null}
        <CurrencyField
          value={draft.currency}
          error={messages.errorAt("currency")}
          onChange={(currency) => {
            onChange({ currency });
          }}
        />
      </div>
      <TariffModules
        draft={draft}
        modules={modules}
        messages={messages}
        onChange={(moduleIds) => {
          onChange({ moduleIds });
        }}
      />
      {isColocation ? null : internalName}
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
