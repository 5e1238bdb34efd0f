import { useMemo } from "react";
import { useConsole } from "../../stores/console-store";
import { formatRackRoute, parseRackRoute, type RackRoute } from "../../parts/rack-route";

/** More would not be seen at once, and each is asked of its panel. */
export const mostShownRacks = 12;

interface ShownRacks {
  /** From left to right. */
  readonly racks: readonly RackRoute[];
  readonly has: (rack: RackRoute) => boolean;
  /** Goes to a rack that is shown, or shows it alone. */
  readonly open: (rack: RackRoute) => void;
  readonly show: (racks: readonly RackRoute[]) => void;
  /** Puts it beside the others, or takes it away. */
  readonly toggle: (rack: RackRoute) => void;
}

/** The racks side by side on the screen; they stay while other screens are looked at. */
export function useShownRacks(): ShownRacks {
  const kept = useConsole((state) => state.filters.racks?.["shown"] ?? "");
  const current = useConsole((state) => (state.route.screen === "racks" ? state.route.id : null));
  return useMemo(() => {
    const listed = kept.split(" ").filter((key) => key !== "");
    const keys = current !== null && !listed.includes(current) ? [current] : listed;
    const show = (next: readonly string[], wanted: string | null): void => {
      const { setFilter, open } = useConsole.getState();
      setFilter("racks", "shown", next.slice(0, mostShownRacks).join(" "));
      open("racks", wanted);
    };
    return {
      racks: keys.map(parseRackRoute).filter((rack) => rack !== null),
      has: (rack) => keys.includes(formatRackRoute(rack)),
      open: (rack) => {
        const key = formatRackRoute(rack);
        show(keys.includes(key) ? keys : [key], key);
      },
      show: (racks) => {
        const next = racks.map(formatRackRoute);
        show(next, next[0] ?? null);
      },
      toggle: (rack) => {
        const key = formatRackRoute(rack);
        const next = keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
        show(next, next.includes(current ?? "") ? current : (next.at(-1) ?? null));
      },
    };
  }, [kept, current]);
}
