import { VisuallyHidden } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { useQueries } from "../../hooks/use-queries";
import { useRight } from "../../hooks/use-right";
import type { RackRoute } from "../../parts/rack-route";
import type { Carried } from "./placing";
import { bothFaces } from "./rack-layout";
import type { PlacingHands } from "./use-placing";

interface WaitingCardsProps {
  readonly racks: readonly RackRoute[];
  /** Where a card is held over first, once it is taken up by keyboard. */
  readonly current: RackRoute;
  /** The service that was put down again: its card has the focus. */
  readonly cancelled: string | null;
  readonly hands: PlacingHands;
  readonly onHold: (carried: Carried, grip: number, event: PointerEvent) => void;
}

/** Cards that could stand in the shown racks and have no units yet: dragged there, or taken up by Enter and moved by arrows. */
export function WaitingCards({ racks, current, cancelled, hands, onHold }: WaitingCardsProps) {
  const { t } = useTranslation();
  const mayPlan = useRight("rack.plan");
  const elevations = useQueries("rack.elevation", racks);
  const cards = new Map<string, Carried>();
  for (const rack of elevations) {
    for (const card of rack?.waiting ?? []) {
      if (rack && !cards.has(card.serviceId)) cards.set(card.serviceId, carriedCard(card, rack.moduleId));
    }
  }
  if (!mayPlan || cards.size === 0) return null;
  return (
    <div className="waiting-cards">
      <span className="waiting-cards-title">{t("racks.waiting")}</span>
      <ul aria-label={t("racks.waiting")}>
        {[...cards.values()].map((carried) => (
          <li key={carried.serviceId}>
            <button
              type="button"
              autoFocus={carried.serviceId === cancelled}
              className="waiting-card"
              title={t("racks.pickUpHint")}
              onPointerDown={(event) => {
                onHold(carried, 0, event);
              }}
              onClick={() => {
                hands.pickUp(
                  carried,
                  current.moduleId === carried.moduleId ? current : firstOf(racks, carried, current),
                );
              }}
            >
              <IconGripVertical size="1.1em" aria-hidden />
              <VisuallyHidden>{t("racks.pickUp")} </VisuallyHidden>
              <span className="one-line">{carried.title}</span>{" "}
              <span className="waiting-card-height">{t("racks.unitCount", { units: carried.height })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first of the racks that the card's module reaches. */
function firstOf(racks: readonly RackRoute[], { moduleId }: Carried, otherwise: RackRoute): RackRoute {
  return racks.find((rack) => rack.moduleId === moduleId) ?? otherwise;
}

/** A waiting card as something to be placed; equipment takes both faces unless somebody says otherwise. */
export function carriedCard(card: Elevation["waiting"][number], moduleId: string): Carried {
  const { serviceId, height, serviceNumber } = card;
  return {
    moduleId,
    serviceId,
    title: card.title || `C-${String(serviceNumber)}`,
    height,
    faces: bothFaces,
    from: null,
  };
}
