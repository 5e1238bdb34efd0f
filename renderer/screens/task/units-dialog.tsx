import { Modal } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { formatRackRoute, type RackRoute } from "../../parts/rack-route";
import { WarningLine } from "../../parts/warning-line";
import { carryingOver } from "../racks/carrying-over";
import type { Carried } from "../racks/placing";
import { PlacingBar } from "../racks/placing-bar";
import { RackElevation } from "../racks/rack-elevation";
import { bothFaces } from "../racks/rack-layout";
import { useDrag } from "../racks/use-drag";
import { usePlacing } from "../racks/use-placing";
import { phrase } from "../../text/phrase";
import "./units-dialog.css";

interface UnitsDialogProps {
  readonly isOpen: boolean;
  readonly rack: RackRoute;
  readonly rackName: string;
  readonly carried: Carried;
  readonly onClose: () => void;
  readonly onPlanned: () => void;
}

/** The rack of a card, with its equipment held over it: arrows and Enter or one click choose the units. */
export function UnitsDialog(props: UnitsDialogProps) {
  const { t } = useTranslation();
  const { isOpen, rackName, carried, onClose } = props;
  const title = t("task.chooseUnitsTitle", { rack: rackName, title: carried.title });
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="lg">
      {isOpen ? <UnitChoice {...props} /> : null}
    </Modal>
  );
}

function UnitChoice({ rack, carried, onClose, onPlanned }: UnitsDialogProps) {
  const { moduleId, rackId } = rack;
  const elevation = useQuery("rack.elevation", { moduleId, rackId });
  const leave = (): void => {
    onPlanned();
    onClose();
  };
  const { placing, hands } = usePlacing([rack], leave, { isOnCard: true });
  const drag = useDrag(hands);
  const isKnown = elevation.value !== undefined;
  useEffect(() => {
    const isPlannedHere = carried.from !== null && formatRackRoute(carried.from) === formatRackRoute(rack);
    if (isKnown) hands.pickUp(isPlannedHere ? carried : { ...carried, from: null }, rack);
    // The dialog begins once with what it was opened for; a repeated answer does not begin it again.
  }, [isKnown]); // prettier-ignore
  if (!elevation.value) {
    return elevation.fault ? <FaultNotice fault={elevation.fault} onRetry={elevation.reload} /> : <LoadingRows />;
  }
  const closing = { ...hands, cancel: onClose };
  const isCarried = placing !== null && !placing.isDragged;
  return (
    <div className="units-dialog">
      {isCarried ? <PlacingBar placing={placing} hands={closing} hasOtherRacks={false} /> : null}
      {elevation.value.isLive || elevation.value.reason === "" ? null : (
        <WarningLine>{phrase(elevation.value.reason)}</WarningLine>
      )}
      <div className="units-dialog-rack" {...carryingOver(placing, hands, drag)}>
        <RackElevation
          rack={elevation.value}
          faces={bothFaces}
          selected={null}
          onSelect={nothing}
          placing={placing}
          hands={closing}
        />
      </div>
    </div>
  );
}

/** While something is placed, a click on units means only that. */
function nothing(): void {
  return undefined;
}
