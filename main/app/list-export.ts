import type { CallOutput, ParsedInput } from "../contract/calls";
import { csvRecord } from "../domain/csv";
import {
  customerColumns,
  journalColumns,
  serverColumns,
  serviceColumns,
  stepColumns,
  taskColumns,
} from "../domain/list-columns";
import type { Columns } from "../domain/list-columns";
import { listActions } from "./actions";
import { ConsoleError } from "./app";
import type { App } from "./app";
import { listCustomers } from "./directory";
import { listJournal } from "./journal";
import { listServers } from "./server-lists";
import { listServices } from "./services";
import { listTasks } from "./tasks";

const rowsAtOnce = 500;

interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}

/**
 * One piece of a list as a file; the pieces one behind the other are the file. Each begins behind the last row of the one before, so that a row which
 * comes or goes meanwhile moves no other one out or in twice.
 */
export async function exportList(
  app: App,
  { list, after }: ParsedInput<"list.export">,
): Promise<CallOutput<"list.export">> {
  const page = { after, offset: 0, limit: rowsAtOnce };
  switch (list.name) {
    case "tasks":
      return pieceOf(taskColumns, await listTasks(app, { ...list.filter, ...page }), after);
    case "services":
      return pieceOf(serviceColumns, await listServices(app, { ...list.filter, ...page }), after);
    case "servers":
      return pieceOf(serverColumns, (await listServers(app, { ...list.filter, ...page })).facts, after);
    case "customers":
      return pieceOf(customerColumns, await listCustomers(app, { ...list.filter, ...page }), after);
    case "steps":
      return pieceOf(stepColumns, await listActions(app, { ...list.filter, ...page }), after);
    case "journal": {
      const refusal = app.session.refusal("journal.export");
      if (refusal) throw new ConsoleError(refusal);
      return pieceOf(journalColumns, await listJournal(app, { ...list.filter, ...page }), after);
    }
  }
}

function pieceOf<Row>(
  columns: Columns<Row>,
  { rows, total, next }: ListPage<Row>,
  after: string | null,
): CallOutput<"list.export"> {
  const heading = after === null ? [Object.keys(columns)] : [];
  const records = [...heading, ...rows.map((row) => Object.values(columns).map((cellOf) => cellOf(row)))];
  return { text: records.map(csvRecord).join(""), rows: rows.length, total, next };
}
