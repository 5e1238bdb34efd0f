import { contentPoints } from "./content-points.mjs";
import { isolationPoints } from "./isolation-points.mjs";
import { pagePoints } from "./page-points.mjs";

/** The points of Electron's security checklist that the running program can show, in the checklist's order. */
export const runningPoints = [...contentPoints, ...isolationPoints, ...pagePoints].sort(
  (one, other) => one.number - other.number,
);
