import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabelKind } from "../../../main/contract/shapes/label";
import { useQuery } from "../../hooks/use-query";
import { PaneSection } from "../../parts/pane-section";
import { MillimetreField } from "../../parts/millimetre-field";
import { phrase } from "../../text/phrase";
import { openHeightMm, type Draft } from "./template-edit";

const kinds: readonly LabelKind[] = ["server", "rack", "port", "cable", "text"];

interface TemplateFieldsProps {
  readonly draft: Draft;
  readonly issues: Readonly<Partial<Record<string, string>>>;
  readonly isReadOnly: boolean;
  readonly onChange: (draft: Draft, gesture?: string) => void;
}

/** What the template is: its name, what it labels, and its size. */
export function TemplateFields({ draft, issues, isReadOnly, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation();
  const stocks = useQuery("label-stock.list", {});
  const width = (value: number | null): void => {
    if (value !== null && value >= 3) onChange({ ...draft, width: value }, "width");
  };
  return (
    <PaneSection title={t("labelTemplates.template")}>
      <TextInput
        withAsterisk
        label={t("labelTemplates.name")}
        maxLength={80}
        readOnly={isReadOnly}
        value={isReadOnly ? phrase(draft.name) : draft.name}
        error={issues["name"]}
        onChange={(event) => {
          onChange({ ...draft, name: event.currentTarget.value }, "name");
        }}
      />
      <Select
        label={t("labelTemplates.kind")}
        allowDeselect={false}
        readOnly={isReadOnly}
        value={draft.kind}
        data={kinds.map((value) => ({ value, label: t(`labels.kinds.${value}`) }))}
        onChange={(value) => {
          if (value !== null) onChange({ ...draft, kind: value });
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        readOnly={isReadOnly}
        aria-label={t("labelTemplates.height")}
        value={draft.height === null ? "open" : "fixed"}
        data={[
          { value: "fixed", label: t("labelTemplates.fixed") },
          { value: "open", label: t("labelTemplates.open") },
        ]}
        onChange={(value) => {
          onChange({ ...draft, height: value === "open" ? null : openHeightMm });
        }}
      />
      <div className="field-pair">
        <MillimetreField
          label={t("labelTemplates.width")}
          minimum={3}
          value={draft.width}
          isReadOnly={isReadOnly}
          error={issues["width"]}
          onChange={width}
        />
        {draft.height === null ? null : (
          <MillimetreField
            label={t("labelTemplates.height")}
            minimum={3}
            value={draft.height}
            isReadOnly={isReadOnly}
            error={issues["height"]}
            onChange={(value) => {
              if (value !== null && value >= 3) onChange({ ...draft, height: value }, "height");
            }}
          />
        )}
      </div>
      {isReadOnly ? null : (
        <Select
          searchable
          label={t("labelTemplates.takeSize")}
          placeholder={t("labelTemplates.takeSizePlaceholder")}
          value={null}
          data={(stocks.value ?? []).map(({ id, name }) => ({ value: id, label: phrase(name) }))}
          onChange={(id) => {
            const stock = stocks.value?.find((one) => one.id === id);
            if (stock) onChange({ ...draft, width: stock.width, height: stock.height });
          }}
        />
      )}
      <p className="quiet">{t("labelTemplates.hint")}</p>
    </PaneSection>
  );
}
