import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RackRow } from "../../../main/contract/shapes/rack";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useRight } from "../../hooks/use-right";
import { roomOf } from "../racks/rack-rows";
import { useRackWords } from "../racks/use-rack-words";
import { UnitsDialog } from "./units-dialog";

interface RackUnitsProps {
  readonly detail: TaskDetail;
  readonly rack: RackRow;
  /** The equipment was given units of this rack. */
  readonly onPlanned: () => void;
}

/** Below the rack's name: the room that it stands in, the units that are planned, and the way to choose them. */
export function RackUnits({ detail: { task, service, plan }, rack, onPlanned }: RackUnitsProps) {
  const { t } = useTranslation();
  const words = useRackWords();
  const mayPlan = useRight("rack.plan");
  const [isOpen, setIsOpen] = useState(false);
  const isHere = plan?.rackId === rack.rackId;
  const facts = [
    roomOf(rack),
    isHere
      ? t("task.plannedUnits", { units: words.units(plan.units) })
      : t("racks.freeUnits", { units: rack.use.free, run: rack.use.longestFreeRun }),
  ];
  const { moduleId, rackId } = rack;
  return (
    <div className="rack-field-below">
      <span className="quiet">{facts.filter((one) => one !== "").join(" · ")}</span>
      {mayPlan && task.serverId === null ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t("task.chooseUnits")}
        </Anchor>
      ) : null}
      <UnitsDialog
        isOpen={isOpen}
        rack={{ moduleId, rackId }}
        rackName={rack.name}
        carried={{
          moduleId,
          serviceId: task.serviceId,
          title: task.serviceLabel === "" ? `C-${String(task.serviceNumber)}` : task.serviceLabel,
          height: plan?.units.height ?? Math.max(1, service.amounts["unit"] ?? 1),
          faces: plan?.faces ?? ["front", "rear"],
          from: plan && { moduleId: plan.moduleId, rackId: plan.rackId, units: plan.units },
        }}
        onClose={() => {
          setIsOpen(false);
        }}
        onPlanned={onPlanned}
      />
    </div>
  );
}
