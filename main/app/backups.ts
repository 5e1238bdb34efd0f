import type { CallOutput, ParsedInput } from "../contract/calls";
import { storeNoticeShape } from "../contract/shapes/store";
import type { Backup, StoreReport } from "../contract/shapes/store";
import { BackupRefused, noticeSetting } from "../ports/backups";
import type { App } from "./app";
import { notAllowed, notFound, requireDraftsStored } from "./app";

export async function reportStore(app: App): Promise<StoreReport> {
  const stored = await app.store.read((repositories) => repositories.settings.find(noticeSetting));
  const [newest] = await app.backups.list();
  return {
    notice: storeNoticeShape.nullable().parse(JSON.parse(stored ?? "null")),
    newestBackupAt: newest?.madeAt ?? null,
    draftsInMemory: app.keptDrafts.count(),
  };
}

export async function dismissNotice(app: App): Promise<Record<string, never>> {
  await app.store.write((repositories) => repositories.settings.put(noticeSetting, "null"));
  app.publish({ name: "records.changed", changes: [{ entity: "console", id: "console" }] });
  return {};
}

export async function listBackups(app: App): Promise<Backup[]> {
  return [...(await app.backups.list())];
}

export function makeBackup(app: App): Promise<Backup> {
  return app.backups.make();
}

/** Goes back to a backup. Not while a request is on its way: its outcome would belong to a state that is gone. */
export async function restoreBackup(
  app: App,
  { name }: ParsedInput<"backup.restore">,
): Promise<CallOutput<"backup.restore">> {
  const sending = await app.store.read((repositories) => repositories.actions.listByState("sending"));
  if (sending.length > 0) {
    const count = sending.length === 1 ? "A step is" : `${String(sending.length)} steps are`;
    throw notAllowed("steps-sending", `${count} being sent right now. Wait until the panel has answered, then restore`);
  }
  requireDraftsStored(app.keptDrafts);
  try {
    return { present: await app.backups.restore(name, app.session.operator) };
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    if (error.reason === "missing") throw notFound("backup", name);
    throw notAllowed(`backup-${error.reason}`, `${error.message}. Nothing was changed`);
  }
}
