import { IconGripVertical } from "@tabler/icons-react";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import type { Carried } from "./placing";
import { bothFaces } from "./rack-layout";
import type { PlacingHands } from "./use-placing";

interface WaitingCardsProps {
  readonly rack: Elevation;
  readonly hands: PlacingHands;
  readonly onHold: (carried: Carried, grip: number, event: PointerEvent) => void;
}

/** Cards that name the rack and have no units yet: dragged to free units, or taken up by Enter and moved by arrows. */
export function WaitingCards({ rack, hands, onHold }: WaitingCardsProps) {
  const { t } = useTranslation();
  if (rack.waiting.length === 0) return null;
  return (
    <ul className="waiting-cards" aria-label={t("racks.waitingIn", { rack: rack.name })}>
      {rack.waiting.map((card) => {
        const carried = carriedCard(card, rack.moduleId);
        return (
          <li key={card.serviceId}>
            <button
              type="button"
              className="waiting-card"
              aria-label={t("racks.pickUp", { title: carried.title, units: card.height })}
              title={t("racks.pickUpHint")}
              onPointerDown={(event) => {
                onHold(carried, 0, event);
              }}
              onClick={() => {
                hands.pickUp(carried, rack);
              }}
            >
              <IconGripVertical size="1.1em" aria-hidden />
              <span className="one-line">{carried.title}</span>
              <span className="waiting-card-height">{t("racks.unitCount", { units: card.height })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A waiting card as something to be placed; equipment takes both faces unless somebody says otherwise. */
export function carriedCard(card: Elevation["waiting"][number], moduleId: string): Carried {
  const { serviceId, height } = card;
  return {
    moduleId,
    serviceId,
    title: card.title || `C-${String(card.serviceNumber)}`,
    height,
    faces: bothFaces,
    from: null,
  };
}
