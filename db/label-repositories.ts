import type { Knex } from "knex";
import { z } from "zod";
import { labelledShape, stockShape, templateContentShape, templateShape } from "../main/contract/shapes/label";
import type { Stock } from "../main/contract/shapes/label";
import { placementShape } from "../main/contract/shapes/scan";
import type { Repositories } from "../main/ports/store";
import { createCodec } from "./record-codec";
import { createRevisionedRecords } from "./revisioned-records";
import { ask, countOf, firstRow, pageOf } from "./rows";
import { orContains, searchableText } from "./search";

const { id, revision, version } = templateShape.shape;
const templateCodec = createCodec(
  "label_templates",
  z.object({ id, revision, version, ...templateContentShape.shape }),
  { json: ["elements"] },
);
const stockCodec = createCodec("label_stocks", stockShape.omit({ isBuiltIn: true }), {
  json: ["margins", "sheet", "dotsAcross"],
});
const labelCodec = createCodec("labels", labelledShape.extend({ key: z.string() }), {
  json: ["subject"],
  flags: ["needsLabel"],
  readOnly: ["key"],
});
const placementCodec = createCodec("placements", placementShape.extend({ id: z.string() }), { flags: ["isExpected"] });

export function createTemplateRepository(database: Knex): Repositories["labelTemplates"] {
  return createRevisionedRecords(database, {
    table: "label_templates",
    codec: templateCodec,
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}

/** Only stock of one's own is kept, so whether it is built in is no column. */
export function createStockRepository(database: Knex): Repositories["labelStocks"] {
  return createRevisionedRecords<Stock>(database, {
    table: "label_stocks",
    codec: {
      ...stockCodec,
      fromRow: (row) => ({ ...stockCodec.fromRow(row), isBuiltIn: false }),
    },
    key: "id",
    order: "name COLLATE NOCASE, id",
  });
}

/** A key of the label that is not a closed service's: what has none is out of the house. */
const openKey = `
  SELECT 1 FROM label_keys AS keys
    LEFT JOIN services ON keys.key LIKE 'service:%' AND services.id = substr(keys.key, 9) AND services.state = 'closed'
    WHERE keys.short_id = labels.short_id AND services.id IS NULL`;

/** Bound with a service's id, twice. */
const keysOfService = `
  SELECT (SELECT count(*) FROM label_keys WHERE key = 'service:' || ?)
    + (SELECT count(*) FROM services CROSS JOIN modules
      CROSS JOIN label_keys ON label_keys.key = concat('server:', modules.id, ':', services.server_id)
      WHERE services.id = ? AND services.server_id IS NOT NULL) AS count`;

/** A label has one first key, which it was made for, and may have others. */
export function createLabelRepository(database: Knex): Repositories["labels"] {
  function labels(): Knex.QueryBuilder {
    return database("labels")
      .join("label_keys", (join) => {
        join.on("label_keys.short_id", "labels.short_id").andOn("label_keys.is_first", database.raw("1"));
      })
      .select("labels.*", "label_keys.key");
  }
  function listed(): Knex.QueryBuilder {
    return labels().whereRaw(`EXISTS (${openKey})`);
  }
  const rowFor = (label: Parameters<Repositories["labels"]["save"]>[0]) => ({
    ...labelCodec.toRow(label),
    search_text: searchableText([label.title, label.place, label.shortId]),
  });

  return {
    async findByKey(key) {
      const shortIds = database("label_keys").select("short_id").where({ key });
      const row = await firstRow(labels().whereIn("labels.short_id", shortIds));
      return row && labelCodec.fromRow(row);
    },
    async find(shortId) {
      const row = await firstRow(labels().where("labels.short_id", shortId));
      return row && labelCodec.fromRow(row);
    },
    async countKeys(serviceId) {
      const [row] = await ask(database, keysOfService, [serviceId, serviceId]);
      return Number(row?.["count"]);
    },
    async add(label) {
      await database("labels").insert(rowFor(label));
      await database("label_keys").insert({ key: label.key, short_id: label.shortId, is_first: 1 });
    },
    async save(label) {
      const { short_id, subject: _subject, ...known } = rowFor(label) as Record<string, unknown>;
      await database("labels").where({ short_id }).update(known);
    },
    async addKey(key, shortId) {
      await database("label_keys").insert({ key, short_id: shortId, is_first: 0 });
    },
    page({ kind, onlyNeeding, search }, page) {
      const query = listed().orderByRaw("needs_label DESC, coalesce(printed_at, 0) DESC, search_text, labels.short_id");
      if (kind !== null) void query.where("labels.kind", kind);
      if (onlyNeeding) void query.where("labels.needs_label", 1);
      if (search.trim() !== "")
        void query.where((any) => {
          orContains(any, "labels.search_text", search);
        });
      return pageOf(query, page, labelCodec.fromRow);
    },
    countNeeding: () => countOf(listed().where("labels.needs_label", 1)),
  };
}

export function createPlacementRepository(database: Knex): Repositories["placements"] {
  return {
    async add(placement) {
      await database("placements").insert(placementCodec.toRow(placement));
    },
    async findLast(shortId) {
      const newestFirst = database("placements")
        .where({ short_id: shortId })
        .orderBy([
          { column: "at", order: "desc" },
          { column: "id", order: "desc" },
        ]);
      const row = await firstRow(newestFirst);
      if (row === undefined) return undefined;
      const { id: _id, ...placement } = placementCodec.fromRow(row);
      return placement;
    },
  };
}
