import type { Knex } from "knex";
import { taskKindShape } from "../main/contract/shapes/task";
import type { TaskKind } from "../main/contract/shapes/task";
import type { Span, StatisticsRepository } from "../main/ports/statistics";
import type { Row } from "./record-codec";
import { rowsOf } from "./rows";

/** Written as in the index of 0010, word for word: otherwise SQLite does not use it. */
const waiting = "state IN ('open', 'in-work')";

const queueByAge = `
  SELECT departments.id, departments.name,
    count(*) FILTER (WHERE created_at > :hour) AS hour,
    count(*) FILTER (WHERE created_at <= :hour AND created_at > :fourHours) AS four_hours,
    count(*) FILTER (WHERE created_at <= :fourHours AND created_at > :day) AS day,
    count(*) FILTER (WHERE created_at <= :day AND created_at > :threeDays) AS three_days,
    count(*) FILTER (WHERE created_at <= :threeDays) AS older
  FROM departments LEFT JOIN tasks ON tasks.department_id = departments.id AND tasks.${waiting}
  GROUP BY departments.id ORDER BY departments.name, departments.id`;

/** Spans come as one JSON list, so that any number of days is one statement. `CROSS JOIN` has SQLite take one span after the other. */
const spans = `WITH spans AS (SELECT key AS place, value ->> 0 AS "from", value ->> 1 AS "to" FROM json_each(?))`;
const opened = `${spans} SELECT place,
  (SELECT count(*) FROM tasks WHERE created_at >= "from" AND created_at < "to") AS opened FROM spans`;
const done = `${spans} SELECT place, kind, count(*) AS done FROM spans
  CROSS JOIN tasks ON tasks.state = 'done' AND ended_at >= "from" AND ended_at < "to" GROUP BY place, kind`;

function endedIn(state: "done" | "discarded"): string {
  return `(SELECT count(*) FROM actions WHERE module_id = modules.id AND state = '${state}'
    AND ended_at >= :from AND ended_at < :to) AS ${state}`;
}
const stepsByModule = `
  SELECT modules.id, modules.name, ${endedIn("done")}, ${endedIn("discarded")},
    (SELECT count(*) FROM actions WHERE module_id = modules.id AND state = 'needs-attention') AS needs_attention,
    (SELECT trouble ->> '$.message' FROM actions WHERE module_id = modules.id AND state = 'needs-attention'
      AND json_valid(trouble) GROUP BY 1 ORDER BY count(*) DESC, max(sequence) DESC LIMIT 1) AS common_reason
  FROM modules ORDER BY modules.sort, modules.name`;

export function createStatisticsRepository(database: Knex): StatisticsRepository {
  return {
    async listQueueByAge({ hour, "four-hours": fourHours, day, "three-days": threeDays }) {
      const rows = await rowsOf(database.raw(queueByAge, { hour, fourHours, day, threeDays }));
      return rows.map((row) => ({
        departmentId: String(row["id"]),
        departmentName: String(row["name"]),
        ages: {
          hour: Number(row["hour"]),
          "four-hours": Number(row["four_hours"]),
          day: Number(row["day"]),
          "three-days": Number(row["three_days"]),
          older: Number(row["older"]),
        },
      }));
    },
    async listThroughput(days) {
      const list = JSON.stringify(days.map(({ from, to }: Span) => [from, to]));
      const openedRows = await rowsOf(database.raw(opened, [list]));
      const doneRows = await rowsOf(database.raw(done, [list]));
      return days.map((_, place) => {
        const byKind = kindsOf(doneRows.filter((row) => Number(row["place"]) === place));
        return {
          opened: Number(openedRows.find((row) => Number(row["place"]) === place)?.["opened"] ?? 0),
          done: Object.values(byKind).reduce((sum, count) => sum + count, 0),
          byKind,
        };
      });
    },
    async listStepsByModule({ from, to }) {
      const rows = await rowsOf(database.raw(stepsByModule, { from, to }));
      return rows.map((row) => ({
        moduleId: String(row["id"]),
        moduleName: String(row["name"]),
        done: Number(row["done"]),
        needsAttention: Number(row["needs_attention"]),
        discarded: Number(row["discarded"]),
        commonReason: typeof row["common_reason"] === "string" ? row["common_reason"] : "",
      }));
    },
  };
}

function kindsOf(rows: readonly Row[]): Readonly<Record<TaskKind, number>> {
  const counts = { "set-up": 0, "assign-addresses": 0, suspend: 0, resume: 0, change: 0, close: 0 };
  for (const row of rows) counts[taskKindShape.parse(row["kind"])] = Number(row["done"]);
  return counts;
}
