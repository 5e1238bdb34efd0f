import type { Knex } from "knex";
import { z } from "zod";
import { labelValuesShape, stockShape, templateContentShape } from "../main/contract/shapes/label";
import { printJobShape, printRequestShape, printerShape } from "../main/contract/shapes/printer";
import type { PrintJobRecord } from "../main/ports/label-store";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import type { Row } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { countOf, firstRow, pageOf, rowsOf } from "./rows";

const printerCodec = createCodec("printers", printerShape, { json: ["way"] });
const jobCodec = createCodec("print_jobs", printJobShape, { json: ["overridden"], flags: ["hasFile"] });
const contentCodec = createCodec(
  "print_job_contents",
  z.object({
    jobId: z.string(),
    request: printRequestShape,
    template: templateContentShape,
    stock: stockShape,
    labelValues: z.array(labelValuesShape),
    shortIds: z.array(z.string()),
  }),
  { json: ["request", "template", "stock", "labelValues", "shortIds"] },
);
const lastCodec = createCodec("print_jobs", z.object({ request: printRequestShape, printed: z.number() }), {
  json: ["request"],
});

const unfinished = ["waiting", "sending", "printing", "unsure"];
const newestFirst = [
  { column: "created_at", order: "desc" },
  { column: "id", order: "desc" },
] as const;

export function createPrinterRepository(database: Knex): Repositories["printers"] {
  return createRevisionedRecords(database, {
    table: "printers",
    codec: printerCodec,
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}

/** What a job prints never changes and may be thousands of labels, so it is a row of its own that a save leaves alone. */
export function createPrintJobRepository(database: Knex): Repositories["printJobs"] {
  const jobs = createRevisionedRecords(database, {
    table: "print_jobs",
    codec: jobCodec,
    key: "id",
    order: "created_at, id",
  });

  async function whole(row: Row): Promise<PrintJobRecord> {
    const job = jobCodec.fromRow(row);
    const content = await firstRow(database("print_job_contents").where({ job_id: job.id }));
    const { jobId: _jobId, labelValues: values, ...printed } = contentCodec.fromRow(content ?? { job_id: job.id });
    return { ...job, ...printed, values };
  }

  return {
    async find(id) {
      const row = await firstRow(database("print_jobs").where({ id }));
      return row && whole(row);
    },
    async add(job) {
      const stored = await jobs.add(job);
      const { id: jobId, request, template, stock, values: labelValues, shortIds } = job;
      await database("print_job_contents").insert(
        contentCodec.toRow({
          jobId,
          request,
          template,
          stock,
          labelValues: [...labelValues],
          shortIds: [...shortIds],
        }),
      );
      return { ...job, ...stored };
    },
    async save(job) {
      return { ...job, ...(await jobs.save(job)) };
    },
    page(onlyUnfinished, page) {
      const query = database("print_jobs")
        .select("*")
        .orderBy([...newestFirst]);
      if (onlyUnfinished) void query.whereIn("state", unfinished);
      return pageOf(query, page, jobCodec.fromRow);
    },
    async listByState(states) {
      const rows = await rowsOf(
        database("print_jobs")
          .whereIn("state", [...states])
          .orderBy(["created_at", "id"]),
      );
      const found: PrintJobRecord[] = [];
      for (const row of rows) found.push(await whole(row));
      return found;
    },
    countUnfinished: (printerId) =>
      countOf(database("print_jobs").where({ printer_id: printerId }).whereIn("state", unfinished)),
    async findLastPrinted(stockId) {
      const row = await firstRow(
        database("print_jobs")
          .join("print_job_contents", "print_job_contents.job_id", "print_jobs.id")
          .where({ stock_id: stockId })
          .where("printed", ">", 0)
          .orderBy([...newestFirst])
          .select("print_jobs.*", "print_job_contents.request"),
      );
      if (row === undefined) return undefined;
      const { request, printed } = lastCodec.fromRow(row);
      return { startPosition: request.startPosition, printed };
    },
  };
}
