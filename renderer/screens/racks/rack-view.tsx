import { SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RackFace } from "../../../main/contract/shapes/rack";
import { formatRackRoute, type RackRoute } from "../../parts/rack-route";
import { useConsole } from "../../stores/console-store";
import { carryingOver } from "./carrying-over";
import { CarriedChip } from "./carried-chip";
import { DrawingMenu } from "./drawing-menu";
import { PlacingBar } from "./placing-bar";
import { RackColumn } from "./rack-column";
import type { Spot } from "./rack-elevation";
import { bothFaces, planKey } from "./rack-layout";
import { RackLegend } from "./rack-legend";
import { RackPane } from "./rack-pane";
import { useDrag } from "./use-drag";
import { usePlacing } from "./use-placing";
import { WaitingCards } from "./waiting-cards";
import { useShownRacks } from "./use-shown-racks";
import "./rack-view.css";

/** The racks side by side, and what stands in the units that were chosen. */
export function RackView({ current }: { readonly current: RackRoute }) {
  const { t } = useTranslation();
  const shown = useShownRacks();
  const [chosen, setChosen] = useState<{ readonly rack: string; readonly spot: Spot } | null>(null);
  const [faces, changeFaces] = useShownFaces();
  const currentKey = formatRackRoute(current);

  const select = useCallback((rack: RackRoute, spot: Spot | null) => {
    const key = formatRackRoute(rack);
    setChosen(spot === null ? null : { rack: key, spot });
    useConsole.getState().open("racks", key);
  }, []);
  const { placing, cancelled, hands } = usePlacing(shown.racks, ({ carried, at }) => {
    const face = carried.faces.find((one) => faces.includes(one));
    if (face) select(at, { face, key: planKey(carried.serviceId) });
  });
  const drag = useDrag(hands);
  const isCarrying = placing !== null && !placing.isDragged;

  return (
    <div className="rack-view">
      <div className="rack-view-head">
        <SegmentedControl
          size="xs"
          aria-label={t("racks.faces")}
          data={[
            { value: "both", label: t("racks.bothFaces") },
            { value: "front", label: t("racks.frontOnly") },
            { value: "rear", label: t("racks.rearOnly") },
          ]}
          value={faces.length === 2 ? "both" : (faces[0] ?? "both")}
          onChange={changeFaces}
        />
        <RackLegend />
        <DrawingMenu shown={shown.racks} />
      </div>
      {isCarrying ? (
        <PlacingBar placing={placing} hands={hands} hasOtherRacks={shown.racks.length > 1} />
      ) : (
        <WaitingCards racks={shown.racks} current={current} cancelled={cancelled} hands={hands} onHold={drag.hold} />
      )}
      <div className="rack-view-body">
        <div className="rack-columns" data-carrying={isCarrying || undefined} {...carryingOver(placing, hands, drag)}>
          <div className="rack-row-of-columns">
            {shown.racks.map((rack) => {
              const key = formatRackRoute(rack);
              return (
                <RackColumn
                  key={key}
                  moduleId={rack.moduleId}
                  rackId={rack.rackId}
                  faces={faces}
                  isCurrent={key === currentKey}
                  selected={chosen?.rack === key ? chosen.spot : null}
                  placing={placing?.at && formatRackRoute(placing.at) === key ? placing : null}
                  hands={hands}
                  onSelect={select}
                  onHold={drag.hold}
                  onClose={shown.racks.length > 1 ? shown.toggle : null}
                />
              );
            })}
          </div>
        </div>
        <RackPane
          rack={current}
          spot={chosen?.rack === currentKey ? chosen.spot : null}
          hands={hands}
          onSelect={select}
        />
      </div>
      {placing?.isDragged ? <CarriedChip placing={placing} /> : null}
    </div>
  );
}

function useShownFaces(): [readonly RackFace[], (value: string) => void] {
  const kept = useConsole((state) => state.filters.racks?.["faces"] ?? "both");
  const faces = useMemo<readonly RackFace[]>(
    () => bothFaces.filter((face) => kept === "both" || kept === face),
    [kept],
  );
  return [
    faces,
    (value) => {
      useConsole.getState().setFilter("racks", "faces", value);
    },
  ];
}
