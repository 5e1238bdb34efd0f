import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { useQuery } from "../../hooks/use-query";
import type { RackRoute } from "../../parts/rack-route";
import { FreeRun } from "./free-run";
import { KeptBlock } from "./kept-block";
import { PlannedBlock } from "./planned-block";
import type { Spot } from "./rack-elevation";
import { RackFacts } from "./rack-facts";
import { entriesOf } from "./rack-layout";
import { ServerBlock } from "./server-block";
import type { PlacingHands } from "./use-placing";

interface RackPaneProps {
  readonly rack: RackRoute;
  /** Null shows the rack itself. */
  readonly spot: Spot | null;
  readonly hands: PlacingHands;
  readonly onSelect: (rack: RackRoute, spot: Spot | null) => void;
}

/** What stands in the chosen units and what can be done about it; the rack itself while none are chosen. */
export function RackPane({ rack: { moduleId, rackId }, spot, hands, onSelect }: RackPaneProps) {
  const { t } = useTranslation();
  const rack = useQuery("rack.elevation", { moduleId, rackId }).value;
  if (!rack) return null;
  return (
    <aside className="rack-pane" aria-label={t("racks.pane", { rack: rack.name })}>
      <PaneContent rack={rack} spot={spot} hands={hands} onSelect={onSelect} />
    </aside>
  );
}

type PaneContentProps = Omit<RackPaneProps, "rack"> & { readonly rack: Elevation };

function PaneContent({ rack, spot, hands, onSelect }: PaneContentProps) {
  const { moduleId, rackId } = rack;
  const entry = spot && entriesOf(rack, spot.face).find(({ key }) => key === spot.key);
  const selectKey = (key: string): void => {
    onSelect({ moduleId, rackId }, { face: spot?.face ?? "front", key });
  };
  if (!spot || !entry) return <RackFacts rack={rack} onReserved={selectKey} />;
  if (entry.kind === "free") {
    return <FreeRun key={entry.key} rack={rack} face={spot.face} run={entry} hands={hands} onReserved={selectKey} />;
  }
  switch (entry.block.kind) {
    case "server":
      return <ServerBlock rack={rack} block={entry.block} />;
    case "planned":
      return <PlannedBlock rack={rack} block={entry.block} hands={hands} />;
    case "reserved":
    case "panel-reserved":
    case "service-unit":
      return <KeptBlock rack={rack} block={entry.block} />;
  }
}
