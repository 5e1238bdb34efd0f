import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Module } from "../contract/shapes/module";
import { isCopyRecent } from "../domain/copy-age";
import { hasPanel } from "../domain/plan";
import { keeperOf, keepersOfAll, modulesOfSamePanel } from "../domain/same-panel";
import type { MirrorRecord } from "../ports/mirror-store";
import type { App } from "./app";
import { existing, notAllowed } from "./app";

type Page = CallOutput<"server.list">;

/** A page of the servers of one panel or of all, from the local copies. A copy that was never made is begun. */
export async function listServers(app: App, input: ParsedInput<"server.list">): Promise<Page> {
  const { moduleId, power, isFree, onlyWithFault, search, sort, after, offset, limit } = input;
  return app.store.read(async ({ modules, mirror }) => {
    const all = await modules.list();
    const one =
      moduleId === null
        ? null
        : existing(
            all.find(({ id }) => id === moduleId),
            "module",
            moduleId,
          );
    if (one !== null && !hasPanel(one)) throw notAllowed("no-panel", `${one.name} has no panel`);
    const keepers = one === null ? keepersOfAll(all.filter(hasPanel)) : [keeperOf(all, one)];
    const scopes = keepers.map((module) => ({
      moduleId: module.id,
      holderIds: modulesOfSamePanel(all, module).map(({ id }) => id),
    }));
    const query = { scopes, power, isFree, onlyWithFault, search, sort };
    const { rows, total, next } = await mirror.page(query, { after, offset, limit });
    const records = await mirror.listReadings();
    const copies = keepers.map((module) => ({ module, record: records.find((one) => one.moduleId === module.id) }));
    for (const { module, record } of copies)
      if (!record && app.courier.isReachable(module.id)) app.mirror.refresh(module);
    const reasons = copies
      .map(({ module, record }) => whyNotLive(app, one ?? module, record))
      .filter((one) => one !== "");
    const ages = copies.map(({ record }) => record?.takenAt ?? null).filter((takenAt) => takenAt !== null);
    const asAsked = one && { moduleId: one.id, moduleName: one.name };
    return {
      facts: { rows: rows.map(({ facts, ...known }) => ({ ...facts, ...known, ...asAsked })), total, next },
      takenAt: Math.min(...(ages.length > 0 ? ages : rows.map(({ takenAt }) => takenAt)), app.clock.now()),
      isLive: reasons.length === 0,
      reason: reasons.join(". "),
    };
  });
}

/** Why what the copy shows may not be what the panel shows; empty when it is. */
function whyNotLive(app: App, module: Module, record: MirrorRecord | undefined): string {
  const name = module.name;
  if (!app.courier.isReachable(module.id)) return `${name} is out of reach`;
  const takenAt = record?.takenAt ?? null;
  if (takenAt === null) return `The servers of ${name} have not all been read yet`;
  if (isCopyRecent(takenAt, app.clock.now())) return "";
  const reason = record?.reason ?? "";
  return reason === "" ? `The servers of ${name} were last read some time ago` : `${name}: ${reason}`;
}
