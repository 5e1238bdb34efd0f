import type { Knex } from "knex";
import { customerShape, dataCentreShape, departmentShape } from "../main/contract/shapes/directory";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { pageOfCustomers } from "./customer-list";
import { searchableText } from "./search";

const departmentCodec = createCodec("departments", departmentShape, { json: ["members"] });
const dataCentreCodec = createCodec("data_centres", dataCentreShape);
const customerCodec = createCodec("customers", customerShape);

export function createDepartmentRepository(database: Knex): Repositories["departments"] {
  return createRevisionedRecords(database, {
    table: "departments",
    codec: departmentCodec,
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}

export function createDataCentreRepository(database: Knex): Repositories["dataCentres"] {
  return createRevisionedRecords(database, {
    table: "data_centres",
    codec: dataCentreCodec,
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}

export function createCustomerRepository(database: Knex): Repositories["customers"] {
  const records = createRevisionedRecords(database, {
    table: "customers",
    codec: customerCodec,
    key: "id",
    order: "search_text, id",
    derive: ({ name, email }) => ({ search_text: searchableText([name, email]) }),
  });
  return {
    ...records,
    async page(filter, page) {
      const { rows, ...rest } = await pageOfCustomers(database, filter, page);
      return { rows: rows.map(customerCodec.fromRow), ...rest };
    },
  };
}
