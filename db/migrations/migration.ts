import type { Knex } from "knex";

/** One step of the schema. Forward only; what it does is fixed once it has been released. */
export interface Migration {
  readonly name: string;
  up(database: Knex): Promise<void>;
}
