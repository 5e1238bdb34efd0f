import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { listBackups } from "../../../db/backup";
import { exchange, prepareBackup } from "../../../db/restore";
import { openStore } from "../../../db/store";
import { BackupRefused } from "../../../main/ports/backups";
import { StoreFailure } from "../../../main/ports/failure";
import { mutateBytes } from "../mutate";
import { wordsOf } from "../planted";
import { makeStockedStore, readAround } from "../stocked-store";
import type { Target } from "../target";

/** Backups whose bytes are not as they were written, restored and then read. */
export const backups: Target = {
  name: "backups",
  weight: 1,
  async open(directory) {
    const options = await makeStockedStore(join(directory, "profile"));
    const store = await openStore(options);
    const { name, file } = await store.backUp();
    const { profileId } = store;
    await store.close();
    const whole = await readFile(file);
    return {
      make(random) {
        // Most of what makes SQLite stumble stands in its first pages.
        const isHead = random.chance(0.5);
        const head = whole.subarray(0, isHead ? 8_192 : whole.length);
        const bytes = Buffer.concat([mutateBytes(random, head), whole.subarray(head.length)]);
        return {
          show: () =>
            `${basename(file)}, ${String(bytes.length)} bytes, base64 of the first 300: ${bytes.toString("base64", 0, 300)}`,
          async run() {
            const place = join(directory, "restored");
            const backupDirectory = join(place, "backups");
            await mkdir(backupDirectory, { recursive: true });
            await writeFile(join(backupDirectory, name), bytes);
            const target = { ...options, file: join(place, "rackside.sqlite"), backupDirectory };
            const [backup] = await listBackups(backupDirectory);
            if (!backup) throw new Error("The backup is not listed");
            try {
              const restoring = { file: target.file, at: 0, operator: "Anna", call: "backup.restore", notice: null };
              await exchange(target.file, await prepareBackup(backup, profileId, restoring), `${target.file}.aside`);
              const restored = await openStore(target);
              await readAround(restored).finally(() => restored.close());
              return [];
            } catch (error) {
              if (error instanceof BackupRefused || error instanceof StoreFailure) return wordsOf(error);
              throw error;
            }
          },
        };
      },
      close: async () => undefined,
    };
  },
};
