import { useTranslation } from "react-i18next";
import { kindIcons } from "./rack-face";

const kinds = ["server", "planned", "reserved", "panel-reserved", "service-unit"] as const;

/** What the patterns of a rack mean. */
export function RackLegend() {
  const { t } = useTranslation();
  return (
    <ul className="rack-legend" aria-label={t("racks.legend")}>
      {kinds.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <li key={kind}>
            <span className="rack-legend-sample rack-entry" data-kind={kind} aria-hidden>
              <Icon size="1em" />
            </span>
            {t(`racks.kind.${kind}`)}
          </li>
        );
      })}
    </ul>
  );
}
