import { IconBan, IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { findPlacingObstacle, type Placing } from "./placing";
import { rowsOf } from "./rack-face";
import type { PlacingHands } from "./use-placing";
import { useRackWords } from "./use-rack-words";

interface GhostProps {
  readonly placing: Placing;
  readonly bottom: number;
  readonly rack: Elevation;
  /** One of its faces has the focus and the name. */
  readonly isOperated: boolean;
  readonly hands: PlacingHands;
}

/** What is being placed, where it would stand: a slider of units for the keyboard and for a screen reader. */
export function Ghost({ placing, bottom, rack, isOperated, hands }: GhostProps) {
  const { t } = useTranslation();
  const words = useRackWords();
  const handle = useRef<HTMLDivElement>(null);
  const { carried, isDragged } = placing;
  const units = { bottom, height: carried.height };
  const obstacle = findPlacingObstacle(carried, rack, bottom);
  const Icon = obstacle === null ? IconCheck : IconBan;
  const verdict = obstacle === null ? t("racks.fits") : words.obstacle(obstacle, rack);
  useEffect(() => {
    if (!isOperated || isDragged) return;
    handle.current?.focus();
    handle.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isOperated, isDragged, bottom]);
  const look = (
    <>
      <Icon size="1.1em" className="rack-entry-icon" aria-hidden />
      <span className="rack-entry-text">
        {obstacle === null ? `${words.units(units)} · ${carried.title}` : verdict}
      </span>
    </>
  );
  const place = {
    className: "rack-ghost",
    "data-height": carried.height,
    "data-allowed": obstacle === null,
    style: rowsOf(units, rack.size),
  };
  if (!isOperated) {
    return (
      <div {...place} aria-hidden>
        {look}
      </div>
    );
  }
  return (
    <div
      {...place}
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t("racks.positionOf", { title: carried.title, rack: rack.name })}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, rack.size - carried.height + 1)}
      aria-valuenow={bottom}
      aria-valuetext={`${words.spokenUnits(units)}, ${verdict}`}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") void hands.place();
        else if (event.key === "Escape") hands.cancel();
        else if (!hands.steer(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {look}
    </div>
  );
}
