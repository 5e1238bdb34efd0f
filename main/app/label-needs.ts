import type { Service } from "../contract/shapes/service";
import { keyOf } from "../domain/label-subject";
import type { App, Change } from "./app";
import { createFactReader } from "./label-facts";
import { findLabel, isKept, keepLabel, keepLabels, markLabel, readThings } from "./label-records";

type Unit = Pick<Change, "repositories" | "touch">;

/** A service was set up: its server needs a label, unless one with this very text was printed before. */
export async function needLabel(unit: Unit, service: Pick<Service, "id">): Promise<void> {
  const facts = await createFactReader(unit.repositories).factsOf({ kind: "service", serviceId: service.id });
  if (!facts?.subject) return;
  const thing = { ...facts, subject: facts.subject };
  const kept = await keepLabel(unit, thing);
  if (kept.printedAt === null) await markLabel(unit, thing, true, "New service");
}

/** A service has ended: what only it was called by needs no label any more. */
export async function dropLabel(unit: Unit, service: Pick<Service, "id">): Promise<void> {
  const { labels } = unit.repositories;
  const label = await labels.findByKey(keyOf({ kind: "service", serviceId: service.id }));
  if (!label?.needsLabel) return;
  await labels.save({ ...label, needsLabel: false, reason: "" });
  unit.touch("label", label.shortId);
}

/** The card or the panel says something new about a service: its label, if it has one, follows. */
export async function followService(unit: Unit, serviceId: string): Promise<void> {
  if ((await unit.repositories.labels.countKeys(serviceId)) === 0) return;
  const facts = await createFactReader(unit.repositories).factsOf({ kind: "service", serviceId });
  if (!facts?.subject || !(await findLabel(unit.repositories, facts))) return;
  await keepLabel(unit, { ...facts, subject: facts.subject });
}

/** A panel told about a server: a label that says something else by now is out of date. A server without a label gets none by being looked at. */
export async function noticeServer(app: App, moduleId: string, serverId: number): Promise<void> {
  const subject = { kind: "server", moduleId, serverId } as const;
  const [thing] = await readThings(app, [subject]);
  if (thing?.label && !isKept(thing)) await keepLabels(app, "server.get", [subject]);
}
