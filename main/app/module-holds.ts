import type { ParsedInput } from "../contract/calls";
import type { Link } from "../contract/shapes/module";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { hasPanel } from "../domain/plan";
import { change } from "./change";

/** Pauses sending to a panel: no step of the module goes out or is followed; reading and probing go on. */
export function holdModule(app: App, { id }: ParsedInput<"module.hold">): Promise<Link> {
  return setHold(app, "module.hold", id, true);
}

/** Ends the pause. Every step looks at the panel before it goes on. */
export function releaseModule(app: App, { id }: ParsedInput<"module.release-hold">): Promise<Link> {
  return setHold(app, "module.release-hold", id, false);
}

async function setHold(
  app: App,
  call: "module.hold" | "module.release-hold",
  id: string,
  isHeld: boolean,
): Promise<Link> {
  await change(app, call, async (unit) => {
    const module = existing(await unit.repositories.modules.find(id), "module", id);
    if (!hasPanel(module)) throw notAllowed("no-panel", `${module.name} has no panel to which anything is sent`);
    const heldBy = (await unit.repositories.modules.listHolds()).get(id);
    if (isHeld && heldBy !== undefined)
      throw notAllowed("module-held", `${heldBy} has paused sending to ${module.name} already`);
    if (!isHeld && heldBy === undefined) throw notAllowed("module-not-held", `Sending to ${module.name} is not paused`);
    await unit.repositories.modules.setHold(id, isHeld ? unit.operator : null);
    unit.touch("module", id);
    const summary = isHeld ? `Sending to ${module.name} paused` : `Sending to ${module.name} goes on`;
    unit.journal({ entity: "module", entityId: id, serviceId: null, summary });
  });
  const link = (await app.courier.links()).find((one) => one.moduleId === id);
  return existing(link, "module", id);
}
