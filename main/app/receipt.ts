import type { z } from "zod";
import type { receiptShape } from "../contract/shapes/action";
import type { App } from "./app";

type Receipt = z.infer<typeof receiptShape>;

/** Tells whether the steps go out now or wait for the panel. */
export function receiptFor(app: App, moduleId: string, actionIds: readonly string[]): Receipt {
  const delivery = actionIds.length === 0 ? "none" : app.courier.isReachable(moduleId) ? "sending" : "queued";
  return { actionIds: [...actionIds], delivery };
}
