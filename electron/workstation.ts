import { z } from "zod";
import { defaultPreferences, keptPreferencesShape } from "../main/contract/shapes/preference";

const coordinate = z.number().int();

/** Where the window stood when it was closed. */
export const placementShape = z.object({
  x: coordinate,
  y: coordinate,
  width: coordinate.positive(),
  height: coordinate.positive(),
  isMaximized: z.boolean(),
});
export type Placement = Readonly<z.infer<typeof placementShape>>;

/** What this workstation remembers; a part that does not parse falls back by itself. */
export const workstationShape = z.object({
  placement: placementShape.nullable().catch(null),
  preferences: keptPreferencesShape.catch(defaultPreferences),
  profile: z.enum(["practice", "site"]).catch("site"),
});
export type Workstation = Readonly<z.infer<typeof workstationShape>>;
