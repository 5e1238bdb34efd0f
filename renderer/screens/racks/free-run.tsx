import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackFace, UnitRun } from "../../../main/contract/shapes/rack";
import { useRight } from "../../hooks/use-right";
import { Allowed } from "../../parts/allowed";
import { bothFaces, findObstacle } from "./rack-layout";
import { ReserveDialog } from "./reserve-dialog";
import type { PlacingHands } from "./use-placing";
import { useRackWords } from "./use-rack-words";
import { carriedCard } from "./waiting-cards";

interface FreeRunProps {
  readonly rack: Elevation;
  readonly face: RackFace;
  readonly run: UnitRun;
  readonly hands: PlacingHands;
  readonly onReserved: (key: string) => void;
}

/** Free units, and what can be put there. */
export function FreeRun({ rack, face, run, hands, onReserved }: FreeRunProps) {
  const { t } = useTranslation();
  const words = useRackWords();
  const [isReserving, setIsReserving] = useState(false);
  const mayPlan = useRight("rack.plan");
  const isFreeBehind = findObstacle(rack, run, bothFaces, null) === null;
  const fitting = rack.waiting.filter(({ height }) => height <= run.height);
  const { bottom, height } = run;
  return (
    <>
      <h2>{t("racks.freeAt", { units: words.units(run) })}</h2>
      <div className="quiet">
        {t("racks.freeRun", { units: height })} · {t(`racks.face.${face}`)}
        {isFreeBehind ? null : ` · ${t("racks.takenBehind")}`}
      </div>
      {mayPlan && fitting.length > 0 ? (
        <section>
          <h3 className="section-title">{t("racks.planHere")}</h3>
          <div className="rack-pane-tools">
            {fitting.map((card) => (
              <Button
                key={card.serviceId}
                variant="default"
                size="compact-sm"
                onClick={() => {
                  hands.pickUp(carriedCard(card, rack.moduleId), { ...rack, bottom });
                }}
              >
                {carriedCard(card, rack.moduleId).title} · {t("racks.unitCount", { units: card.height })}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
      <Allowed to="rack.reserve">
        <div className="rack-pane-tools">
          <Button
            variant="default"
            leftSection={<IconLock size="1.1em" aria-hidden />}
            onClick={() => {
              setIsReserving(true);
            }}
          >
            {t("racks.reserve")}
          </Button>
        </div>
        <ReserveDialog
          rack={rack}
          isOpen={isReserving}
          start={{ bottom, height, faces: isFreeBehind ? bothFaces : [face] }}
          onClose={() => {
            setIsReserving(false);
          }}
          onReserved={onReserved}
        />
      </Allowed>
    </>
  );
}
