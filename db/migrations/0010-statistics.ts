import type { Migration } from "./migration";

const statements = [
  `CREATE INDEX tasks_waiting ON tasks (department_id, created_at, state)
    WHERE state IN ('open', 'in-work')`,
  `CREATE INDEX tasks_opened ON tasks (created_at)`,
  `CREATE INDEX tasks_ended ON tasks (state, ended_at, kind) WHERE ended_at IS NOT NULL`,
  `DROP INDEX actions_by_module`,
  `CREATE INDEX actions_by_module ON actions (module_id, state, ended_at)`,
];

/** Indexes that the overview is counted from without reading a record. */
export const statistics: Migration = {
  name: "0010-statistics",
  async up(database) {
    for (const statement of statements) await database.raw(statement);
  },
};
