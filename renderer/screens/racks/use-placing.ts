import { useMemo, useRef, useState } from "react";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { call } from "../../api";
import { queryKey } from "../../hooks/use-query";
import { formatRackRoute, type RackRoute } from "../../parts/rack-route";
import { useConsole } from "../../stores/console-store";
import { bottomAfterKey, findPlacingObstacle, type Carried, type Placing } from "./placing";
import { clampBottom, lowestFit } from "./rack-layout";
import { useRackUndo } from "./use-rack-undo";
import { useRackWords } from "./use-rack-words";

/** What can be done with something that is being placed; the same functions for as long as the screen stands. */
export interface PlacingHands {
  /** Takes it up for the keyboard: over the named units, or the lowest ones of the rack that hold it. */
  readonly pickUp: (carried: Carried, over: RackRoute & { readonly bottom?: number }) => void;
  readonly drag: (carried: Carried) => void;
  readonly hover: (over: (RackRoute & { readonly bottom: number }) | null) => void;
  /** Gives whether the key meant something. */
  readonly steer: (key: string) => boolean;
  readonly place: () => Promise<void>;
  readonly cancel: () => void;
}

interface PlacingOptions {
  /** The card is open beside it, so nobody has to be told whether its rack followed. */
  readonly isOnCard?: boolean;
}

interface UsedPlacing {
  readonly placing: Placing | null;
  /** The service whose placing was cancelled last; what it was taken from has the focus again. */
  readonly cancelled: string | null;
  readonly hands: PlacingHands;
}

/** Equipment on its way to its units, by pointer or keyboard. `shown` are the racks it can be moved across, from left to right. */
export function usePlacing(
  shown: readonly RackRoute[],
  onPlaced: (placed: { readonly carried: Carried; readonly at: RackRoute }) => void,
  { isOnCard = false }: PlacingOptions = {},
): UsedPlacing {
  const words = useRackWords();
  const undo = useRackUndo();
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [cancelled, setCancelled] = useState<string | null>(null);
  const latest = useRef({ placing, shown, words, undo, onPlaced, isOnCard });
  latest.current = { placing, shown, words, undo, onPlaced, isOnCard };

  const hands = useMemo<PlacingHands>(() => {
    // Whoever cancels goes on where they were.
    let origin: HTMLElement | null = null;
    const put = (next: Placing | null): void => {
      latest.current.placing = next;
      setPlacing(next);
    };
    const change = (part: Partial<Placing>): void => {
      if (latest.current.placing) put({ ...latest.current.placing, ...part });
    };
    const lowest = (rack: RackRoute, { height, faces, serviceId }: Carried): number => {
      const known = knownElevation(rack);
      return (known && lowestFit(known, height, faces, serviceId)) ?? 1;
    };
    const moveAcross = (step: 1 | -1): void => {
      const { placing: present, shown: racks } = latest.current;
      if (!present?.at) return;
      const { at, carried } = present;
      const here = racks.findIndex((rack) => formatRackRoute(rack) === formatRackRoute(at));
      const next = racks[here + step];
      const known = next && knownElevation(next);
      if (!known) return;
      const bottom = clampBottom(at.bottom, carried.height, known.size);
      change({ at: { moduleId: next.moduleId, rackId: next.rackId, bottom }, refusal: "" });
    };
    return {
      pickUp: (carried, over) => {
        origin = document.activeElement instanceof HTMLElement ? document.activeElement : null;
        const { moduleId, rackId } = over;
        const bottom = over.bottom ?? carried.from?.units.bottom ?? lowest(over, carried);
        put({ carried, at: { moduleId, rackId, bottom }, isDragged: false, isSending: false, refusal: "" });
      },
      drag: (carried) => {
        put({ carried, at: null, isDragged: true, isSending: false, refusal: "" });
      },
      hover: (over) => {
        const { placing: present } = latest.current;
        if (!present || present.isSending) return;
        const isSame = JSON.stringify(present.at) === JSON.stringify(over);
        if (!isSame) change({ at: over, refusal: "" });
      },
      steer: (key) => {
        const { placing: present } = latest.current;
        if (!present?.at || present.isSending) return false;
        if (key === "ArrowLeft" || key === "ArrowRight") {
          moveAcross(key === "ArrowRight" ? 1 : -1);
          return true;
        }
        const known = knownElevation(present.at);
        const bottom = known && bottomAfterKey(key, present.carried, known, present.at.bottom);
        if (bottom === undefined || bottom === null) return false;
        change({ at: { ...present.at, bottom }, refusal: "" });
        return true;
      },
      place: async () => {
        const { placing: present, words: say, undo: offer, onPlaced: tell } = latest.current;
        const known = present?.at && knownElevation(present.at);
        if (!present?.at || !known || present.isSending) return;
        const { carried, at } = present;
        const obstacle = findPlacingObstacle(carried, known, at.bottom);
        if (obstacle !== null) {
          change({ isDragged: false, refusal: say.obstacle(obstacle, known) });
          return;
        }
        change({ isDragged: false, isSending: true });
        const units = { bottom: at.bottom, height: carried.height };
        const { moduleId, rackId } = at;
        const { serviceId, faces } = carried;
        const result = await call("rack.plan", { serviceId, moduleId, rackId, units, faces: [...faces] });
        if (!result.ok) {
          change({ isSending: false, refusal: result.fault.message });
          return;
        }
        put(null);
        const remark = latest.current.isOnCard ? "" : result.value.remark;
        offer.afterPlan(carried, { rack: known.name, units, remark });
        tell({ carried, at: { moduleId, rackId } });
      },
      cancel: () => {
        setCancelled(latest.current.placing?.carried.serviceId ?? null);
        put(null);
        origin?.focus();
      },
    };
  }, []);

  return { placing, cancelled, hands };
}

/** The rack as it is known to the window; undefined before its first answer. */
export function knownElevation({ moduleId, rackId }: RackRoute): Elevation | undefined {
  const entry = useConsole.getState().queries.get(queryKey("rack.elevation", { moduleId, rackId }));
  // The key names the call, so the value is its answer.
  return entry?.value as Elevation | undefined;
}
