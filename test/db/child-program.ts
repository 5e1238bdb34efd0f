/**
 * A second program for tests that need one: holds the profile of a directory, or writes to its store until it is killed.
 * Tells its parent `locked`, `in-use`, or the number of each committed write.
 */
import { join } from "node:path";
import { lockProfile } from "../../db/profile-lock";
import { openStore } from "../../db/store";
import { ProfileInUse } from "../../main/ports/failure";

const [task = "", directory = ""] = process.argv.slice(2);

function tell(message: string | number): void {
  process.send?.(message);
}

async function holdProfile(): Promise<void> {
  try {
    const lock = await lockProfile(directory);
    process.on("message", () => {
      void lock.release().then(() => {
        tell("released");
      });
    });
    tell("locked");
  } catch (error) {
    if (!(error instanceof ProfileInUse)) throw error;
    tell("in-use");
  }
}

async function writeForever(): Promise<void> {
  const file = join(directory, "rackside.sqlite");
  const store = await openStore({ file, backupDirectory: join(directory, "backups"), now: Date.now });
  process.on("disconnect", () => process.exit());
  for (let count = 1; ; count += 1) {
    await store.write(async ({ settings }) => {
      await settings.put(`first-${String(count)}`, "written");
      await settings.put(`second-${String(count)}`, "written");
    });
    tell(count);
  }
}

void (task === "hold" ? holdProfile() : writeForever());
