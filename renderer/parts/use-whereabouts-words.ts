import { useTranslation } from "react-i18next";
import type { Whereabouts } from "../../main/contract/shapes/mirror";
import { formatList } from "../text/format";
import { unitWords } from "./unit-words";

/** Where something is, in words: for the clipboard, one fact a line. */
export function useWhereaboutsWords() {
  const { t } = useTranslation();
  const place = ({ rack, units }: Pick<Whereabouts, "rack" | "units">): string =>
    [rack, unitWords(units)].filter((part) => part !== "").join(", ");
  const text = (found: Whereabouts): string => {
    const lines: readonly (readonly [label: string, value: string])[] = [
      [t("whereabouts.dataCentre"), found.dataCentre],
      [t("whereabouts.room"), found.location],
      [t("whereabouts.rack"), place(found)],
      ...found.switchConnections.map(
        ({ switchName, portName, linkStatus }) =>
          [t("whereabouts.port"), `${switchName} ${portName} (${t(`states.port.${linkStatus}`)})`] as const,
      ),
      ...found.pduConnections.map(
        ({ pduName, outlet, power }) =>
          [t("whereabouts.outlet"), `${pduName} ${outlet} (${t(`states.power.${power}`)})`] as const,
      ),
      [t("whereabouts.ipmi"), found.ipmiAddress ?? ""],
      [t("whereabouts.mac"), found.mac],
      [t("whereabouts.serial"), found.serial],
      [t("whereabouts.addresses"), formatList(found.addresses.map(({ address }) => address))],
    ];
    return [
      found.title,
      ...lines.filter(([, value]) => value !== "").map(([label, value]) => `${label}: ${value}`),
    ].join("\n");
  };
  return { place, text };
}
