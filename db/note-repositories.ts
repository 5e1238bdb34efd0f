import type { Knex } from "knex";
import type { Repositories } from "../main/ports/store";
import { firstRow } from "./rows";

/** Last known answers of the panels; the text is the caller's. */
export function createObservationRepository(database: Knex): Repositories["observations"] {
  return {
    async find(moduleId, subject) {
      const row = await firstRow(database("observations").where({ module_id: moduleId, subject }));
      return row && { body: String(row["body"]), takenAt: Number(row["taken_at"]) };
    },
    async put(moduleId, subject, body, takenAt) {
      await database("observations")
        .insert({ module_id: moduleId, subject, body, taken_at: takenAt })
        .onConflict(["module_id", "subject"])
        .merge();
    },
  };
}

/** Named values of the profile; the text is the caller's. */
export function createSettingRepository(database: Knex): Repositories["settings"] {
  return {
    async find(name) {
      const row = await firstRow(database("settings").where({ name }));
      return row && String(row["value"]);
    },
    async put(name, value) {
      await database("settings").insert({ name, value }).onConflict("name").merge();
    },
  };
}
