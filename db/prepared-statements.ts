type Done = (this: unknown, error: Error | null, rows?: readonly unknown[]) => void;

interface Statement {
  all(values: readonly unknown[], done: Done): unknown;
  run(values: readonly unknown[], done: Done): unknown;
  finalize(): unknown;
}

/** What this needs of the driver's connection. */
interface Connection {
  prepare(sql: string, done: (error: Error | null) => void): Statement;
  close(done: (error: Error | null) => void): void;
}

/** Statements that are asked again and again. Pragmas act while they are prepared, and what changes the schema is said once. */
const isLasting = /^\s*(select|with|insert|update|delete|begin|commit)\b/i;
const mostKept = 200;

/**
 * Has a connection keep its statements prepared: SQLite otherwise reads the text of each anew, with all triggers behind it, on a thread of its own before
 * the one that carries it out. The statement that was not asked for longest makes room.
 */
export function keepPrepared(connection: Connection): void {
  const kept = new Map<string, Statement>();

  function keep(sql: string, statement: Statement): void {
    kept.get(sql)?.finalize();
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept;
    if (kept.size <= mostKept || oldest === undefined) return;
    kept.delete(oldest[0]);
    oldest[1].finalize();
  }

  function ask(method: "all" | "run", sql: string, values: readonly unknown[] | undefined, done: Done): void {
    const known = kept.get(sql);
    if (known) {
      kept.delete(sql);
      kept.set(sql, known);
      known[method](values ?? [], done);
      return;
    }
    const statement = connection.prepare(sql, (error) => {
      if (error) {
        done.call(undefined, error);
        return;
      }
      statement[method](values ?? [], done);
      if (isLasting.test(sql)) keep(sql, statement);
      else statement.finalize();
    });
  }

  const close = connection.close.bind(connection);
  Object.assign(connection, {
    all: (sql: string, values: readonly unknown[] | undefined, done: Done) => {
      ask("all", sql, values, done);
    },
    run: (sql: string, values: readonly unknown[] | undefined, done: Done) => {
      ask("run", sql, values, done);
    },
    // The driver closes no connection that has statements left.
    close(done: (error: Error | null) => void) {
      for (const statement of kept.values()) statement.finalize();
      kept.clear();
      close(done);
    },
  });
}
