import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { Allowed } from "../../parts/allowed";
import { FactTable } from "../../parts/fact-table";
import { LabelButton } from "../../parts/label-button";
import { WarningLine } from "../../parts/warning-line";
import { formatNumber } from "../../text/format";
import { CapacityDialog } from "./capacity-dialog";
import { bothFaces } from "./rack-layout";
import { RackUses } from "./rack-uses";
import { ReserveDialog } from "./reserve-dialog";

interface RackFactsProps {
  readonly rack: Elevation;
  readonly onReserved: (key: string) => void;
}

/** The rack itself: where it stands and how full it is. */
export function RackFacts({ rack, onReserved }: RackFactsProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"reserve" | "capacity" | null>(null);
  const close = (): void => {
    setDialog(null);
  };
  const { moduleId, rackId, use } = rack;
  const overlapping = rack.blocks.filter((block) => block.overlaps).length;
  const units = (count: number): string => t("racks.unitCount", { units: formatNumber(count) });
  return (
    <>
      <h2>{t("racks.rack", { rack: rack.name })}</h2>
      {overlapping === 0 ? null : (
        <WarningLine tone="failed">{t("racks.overlapping", { count: overlapping })}</WarningLine>
      )}
      <RackUses rack={rack} />
      <div className="rack-pane-tools">
        <Allowed to="rack.reserve">
          <Button
            variant="default"
            leftSection={<IconLock size="1.1em" aria-hidden />}
            onClick={() => {
              setDialog("reserve");
            }}
          >
            {t("racks.reserve")}
          </Button>
        </Allowed>
        <LabelButton subject={{ kind: "rack", moduleId, rackId }} />
        <Allowed to="rack.set-capacity">
          <Button
            variant="default"
            onClick={() => {
              setDialog("capacity");
            }}
          >
            {t("racks.capacity")}
          </Button>
        </Allowed>
      </div>
      <FactTable
        facts={[
          { label: t("racks.dataCentre"), value: rack.dataCentreName, missing: t("racks.notTold") },
          { label: t("racks.room"), value: rack.locationName, missing: t("racks.notTold") },
          { label: t("racks.panel"), value: rack.moduleName },
          { label: t("racks.size"), value: units(rack.size) },
          { label: t("racks.occupied"), value: units(use.occupied) },
          { label: t("racks.kind.planned"), value: units(use.planned) },
          { label: t("racks.kind.reserved"), value: units(use.reserved) },
          { label: t("racks.kind.service-unit"), value: units(use.service) },
          { label: t("racks.free"), value: t("racks.freeUnits", { units: use.free, run: use.longestFreeRun }) },
          ...(rack.note === "" ? [] : [{ label: t("racks.note"), value: rack.note }]),
        ]}
      />
      <CapacityDialog rack={rack} isOpen={dialog === "capacity"} onClose={close} />
      <ReserveDialog
        rack={rack}
        isOpen={dialog === "reserve"}
        start={{ bottom: 1, height: 1, faces: bothFaces }}
        onClose={close}
        onReserved={onReserved}
      />
    </>
  );
}
