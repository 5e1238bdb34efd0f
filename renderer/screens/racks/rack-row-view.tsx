import { useTranslation } from "react-i18next";
import type { RackRow } from "../../../main/contract/shapes/rack";
import { roomOf } from "./rack-rows";
import { RackUses } from "./rack-uses";

/** A rack in the list: where it stands, how much room is left, how full it is. */
export function RackRowView({ rack }: { readonly rack: RackRow }) {
  const { t } = useTranslation();
  return (
    <div className="rack-row">
      <span className="rack-row-head">
        <span className="rack-row-name">{rack.name}</span>
        <span className="quiet one-line">{roomOf(rack)}</span>
        <span className="rack-row-free">
          {rack.freeUnits === null
            ? t("racks.unread")
            : t("racks.freeUnits", { units: rack.use.free, run: rack.use.longestFreeRun })}
        </span>
      </span>
      <RackUses rack={rack} isCompact />
    </div>
  );
}
