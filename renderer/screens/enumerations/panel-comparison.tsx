import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../../main/contract/calls";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { ComparisonGroups } from "./comparison-groups";
import { enumerationContentOf, newItems, withItems, type ItemDraft } from "./enumeration-draft";

interface PanelComparisonProps {
  readonly items: readonly ItemDraft[];
  readonly isComparable: boolean;
  readonly onChange: (items: readonly ItemDraft[]) => void;
}

const compareDelayMs = 250;

/** The items beside the operating system images of a panel, each difference with its remedy. */
export function PanelComparison({ items, isComparable, onChange }: PanelComparisonProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const modules = useQuery("module.list", {}).value;
  const panels = modules?.filter(({ type }) => type !== "manual") ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const moduleId = chosenId ?? panels.find(({ type }) => type === "dsmanager")?.id ?? null;
  const content = enumerationContentOf({ name: "", internalName: "", items });
  const question: CallInput<"enumeration.compare"> | null =
    moduleId !== null && isComparable ? { moduleId, items: [...content.items] } : null;
  const [settled] = useDebouncedValue(JSON.stringify(question), compareDelayMs);
  const comparison = useQuery("enumeration.compare", JSON.parse(settled) as typeof question);
  const shown = useLastValue(comparison.value, moduleId ?? "");
  const unused = shown?.unusedHere ?? [];
  return (
    <aside className="enumeration-side">
      <PaneSection title={t("enumerations.section.compare")}>
        <span className="quiet">{t("enumerations.compare.hint")}</span>
        {modules && panels.length === 0 ? (
          <WarningLine tone="neutral">{t("enumerations.compare.noModule")}</WarningLine>
        ) : (
          <Select
            aria-label={t("enumerations.compare.module")}
            placeholder={t("enumerations.compare.choose")}
            allowDeselect={false}
            data={panels.map(({ id, name, type }) => ({
              value: id,
              label: `${name} · ${t(`tariffs.moduleType.${type}`)}`,
            }))}
            value={moduleId}
            onChange={setChosenId}
          />
        )}
        {isComparable ? null : <span className="quiet">{t("enumerations.compare.itemsFirst")}</span>}
        <FaultNotice fault={comparison.fault} onRetry={comparison.reload} />
        {shown && isComparable ? (
          <>
            <span className="quiet">{t("enumerations.compare.asOf", { when: words(shown.takenAt) })}</span>
            <Allowed to="enumeration.save">
              <Button
                variant="default"
                leftSection={<IconDownload size="1.1em" aria-hidden />}
                title={t("enumerations.compare.fillHint")}
                disabled={unused.length === 0}
                onClick={() => {
                  onChange(withItems(items, newItems(items, unused.map(itemOf))));
                }}
              >
                {t("enumerations.compare.fill", { count: unused.length })}
              </Button>
            </Allowed>
            <ComparisonGroups
              comparison={shown}
              onRename={(item, image) => {
                onChange(
                  items.map((one) => (one.internalName.trim() === item ? { ...one, internalName: image } : one)),
                );
              }}
              onRemove={(item) => {
                onChange(items.filter((one) => one.internalName.trim() !== item));
              }}
              onAdd={(image) => {
                onChange(withItems(items, newItems(items, [itemOf(image)])));
              }}
            />
          </>
        ) : null}
      </PaneSection>
    </aside>
  );
}

/** An image has no display name; people may give it one. */
function itemOf(image: string) {
  return { internalName: image, name: image };
}
