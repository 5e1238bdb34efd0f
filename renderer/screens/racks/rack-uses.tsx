import { IconArrowsLeftRight, IconBolt, IconColumns } from "@tabler/icons-react";
import type { TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RackRow } from "../../../main/contract/shapes/rack";
import { FillBar, type FillLook } from "../../parts/fill-bar";
import { formatPercent } from "../../text/format";
import { useFigureWords } from "./use-rack-words";
import "./rack-uses.css";

type Rack = Pick<RackRow, "size" | "use" | "capacity">;

interface RackUsesProps {
  readonly rack: Rack;
  /** In a row there is room for a share only; the figures are in the bar's name. */
  readonly isCompact?: boolean;
}

/** Units, power and bandwidth of a rack: how much is sold of what there is. */
export function RackUses({ rack, isCompact = false }: RackUsesProps) {
  const { t } = useTranslation();
  const figures = useFigureWords();
  const { use, capacity, size } = rack;
  const taken = size - use.free;
  return (
    <span className="rack-uses">
      <Use
        icon={IconColumns}
        name={t("racks.units")}
        text={t("racks.ofTotal", { part: taken, total: t("racks.unitCount", { units: size }) })}
        parts={[
          { look: "used", share: use.occupied / size },
          { look: "planned", share: use.planned / size },
          { look: "reserved", share: use.reserved / size },
          { look: "service", share: use.service / size },
        ]}
      />
      <SoldUse
        icon={IconBolt}
        name={t("racks.power")}
        sold={use.powerSoldWatts}
        capacity={capacity.powerWatts}
        words={figures.power}
        isCompact={isCompact}
      />
      <SoldUse
        icon={IconArrowsLeftRight}
        name={t("racks.bandwidth")}
        sold={use.bandwidthSoldMbit}
        capacity={capacity.bandwidthMbit}
        words={figures.bandwidth}
        isCompact={isCompact}
      />
    </span>
  );
}

interface SoldUseProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly sold: number;
  /** Null where nobody has said how much may be sold. */
  readonly capacity: number | null;
  readonly words: (amount: number) => string;
  readonly isCompact: boolean;
}

function SoldUse({ icon, name, sold, capacity, words, isCompact }: SoldUseProps) {
  const { t } = useTranslation();
  if (capacity === null && sold === 0) return <span />;
  if (capacity === null) {
    return <Use icon={icon} name={name} text={t("racks.soldOfUnknown", { sold: words(sold) })} parts={null} />;
  }
  const share = sold / capacity;
  const figures = t("racks.ofTotal", { part: words(sold), total: words(capacity) });
  const text = share > 1 ? t("racks.oversold", { text: figures }) : figures;
  return (
    <Use
      icon={icon}
      name={name}
      text={text}
      shown={isCompact ? formatPercent(share) : text}
      parts={[{ look: share > 1 ? "over" : "used", share: Math.min(1, share) }]}
    />
  );
}

interface UseProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly text: string;
  /** What stands beside the bar, where there is no room for the text. */
  readonly shown?: string;
  readonly parts: readonly { readonly look: FillLook; readonly share: number }[] | null;
}

function Use({ icon: Icon, name, text, shown = text, parts }: UseProps) {
  return (
    <span className="rack-use">
      <Icon size="1em" aria-label={name} role="img" className="rack-use-icon" />
      {parts === null ? null : <FillBar label={`${name}: ${text}`} parts={parts} />}
      <span className="one-line">{shown}</span>
    </span>
  );
}
