import { useTranslation } from "react-i18next";
import type { Preset } from "../../../main/contract/shapes/panel";
import { formatNumber } from "../../text/format";
import { FactsList } from "./facts-list";

/** Server types that can be sold, as `Preset NAME` while one of their servers has no owner. */
export function PresetList({ presets }: { readonly presets: readonly Preset[] }) {
  const { t } = useTranslation();
  const offered = presets.filter((preset) => preset.ownerless > 0);
  const soldOut = presets.filter((preset) => preset.ownerless === 0);
  return (
    <>
      {offered.length === 0 ? <span className="quiet">{t("modules.preset.none")}</span> : null}
      {offered.length > 0 ? (
        <FactsList
          label={t("modules.part.presets")}
          rows={offered}
          keyOf={(preset) => preset.name}
          columns={[
            {
              title: t("modules.preset.title"),
              cell: (preset) => <strong>{t("modules.preset.name", { name: preset.name })}</strong>,
            },
            {
              title: t("modules.preset.free"),
              isNumber: true,
              cell: ({ free, total }) => (
                <span data-empty={free === 0 || undefined}>
                  {t("modules.preset.freeOf", { free: formatNumber(free), total: formatNumber(total) })}
                </span>
              ),
            },
            {
              title: t("modules.preset.unfit"),
              isNumber: true,
              cell: ({ free, ownerless }) => (ownerless === free ? "" : formatNumber(ownerless - free)),
            },
          ]}
        />
      ) : null}
      {soldOut.length > 0 ? (
        <span className="quiet">
          {t("modules.preset.soldOut", { names: soldOut.map((preset) => preset.name).join(", ") })}
        </span>
      ) : null}
    </>
  );
}
