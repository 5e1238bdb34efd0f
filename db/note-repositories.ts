import type { Knex } from "knex";
import type { Repositories } from "../main/ports/store";
import { firstRow, rowsOf } from "./rows";
import { orContains } from "./search";

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
    async listContaining(prefix, fragment, limit) {
      const query = database("observations").whereRaw("substr(subject, 1, ?) = ?", [prefix.length, prefix]);
      void query.andWhere((any) => {
        orContains(any, "body", fragment);
      });
      const rows = await rowsOf(query.orderBy(["module_id", "subject"]).limit(limit));
      return rows.map((row) => ({
        moduleId: String(row["module_id"]),
        subject: String(row["subject"]),
        body: String(row["body"]),
      }));
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
