import type { Repositories } from "../ports/store";
import { notAllowed } from "./app";

/** Refuses with the count for each panel while anything waits to be sent there. `advice` says what can be done. */
export async function refuseWhileWorkWaits(
  { modules, actions }: Repositories,
  concerned: (moduleId: string) => boolean,
  advice: string,
): Promise<void> {
  const counts: string[] = [];
  let total = 0;
  for (const module of await modules.list()) {
    if (!concerned(module.id)) continue;
    const { waiting } = await actions.countUnfinished(module.id);
    if (waiting === 0) continue;
    total += waiting;
    counts.push(`${String(waiting)} for ${module.name}`);
  }
  if (total === 0) return;
  const steps = total === 1 ? "1 step has not gone out" : `${String(total)} steps have not gone out`;
  throw notAllowed("work-waiting", `${steps}: ${counts.join(", ")}. ${advice}`);
}
