import type { z } from "zod";
import type { receiptShape } from "../contract/shapes/action";
import type { App } from "./app";

type Receipt = z.infer<typeof receiptShape>;

/** Tells whether the steps go out now, wait for the panel or for whoever paused it. */
export function receiptFor(app: App, moduleId: string, actionIds: readonly string[]): Receipt {
  return { actionIds: [...actionIds], delivery: deliveryOf(app, moduleId, actionIds.length) };
}

function deliveryOf({ courier }: App, moduleId: string, count: number): Receipt["delivery"] {
  if (count === 0) return "none";
  if (courier.isHeld(moduleId)) return "held";
  return courier.isReachable(moduleId) ? "sending" : "queued";
}
