import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findPlacingObstacle, type Placing } from "./placing";
import { knownElevation } from "./use-placing";
import { useRackWords } from "./use-rack-words";

/** What is being dragged, beside the pointer. It is moved without being drawn again. */
export function CarriedChip({ placing: { carried, at } }: { readonly placing: Placing }) {
  const { t } = useTranslation();
  const words = useRackWords();
  const chip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      if (chip.current)
        chip.current.style.transform = `translate(${String(clientX + 14)}px, ${String(clientY + 10)}px)`;
    };
    window.addEventListener("pointermove", follow);
    return () => {
      window.removeEventListener("pointermove", follow);
    };
  }, []);
  const rack = at && knownElevation(at);
  const obstacle = rack ? findPlacingObstacle(carried, rack, at.bottom) : null;
  return (
    <div ref={chip} className="carried-chip" aria-hidden>
      {carried.title} · {t("racks.unitCount", { units: carried.height })}
      {rack && obstacle ? <div className="carried-chip-reason">{words.obstacle(obstacle, rack)}</div> : null}
    </div>
  );
}
