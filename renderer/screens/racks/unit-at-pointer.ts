import { parseRackRoute, type RackRoute } from "../../parts/rack-route";

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** The unit under the pointer, and the rack that it belongs to; null where no rack is drawn. */
export function unitAtPointer({ clientX, clientY }: Point): (RackRoute & { readonly unit: number }) | null {
  const units = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(".rack-face-units");
  const drawn = units?.closest<HTMLElement>("[data-rack]");
  const rack = parseRackRoute(drawn?.dataset["rack"] ?? null);
  if (!units || !drawn || rack === null) return null;
  const size = Number(drawn.dataset["size"]);
  const { top, height } = units.getBoundingClientRect();
  const row = Math.floor(((clientY - top) / height) * size);
  return { ...rack, unit: Math.max(1, Math.min(size, size - row)) };
}
