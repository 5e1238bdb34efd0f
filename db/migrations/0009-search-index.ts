/**
 * The search index: everything that can be looked for is a document of text under one number. `search_fragments` finds pieces of three letters and
 * more anywhere in it, `search_words` whole words and their beginnings. Both keep no text of their own.
 */

/** Numbers of documents begin here for each kind, so that one range is one kind; services are numbered as they are. */
const firstNumbers = { service: 0, customer: 1, tariff: 2, server: 3, address: 4, rack: 5, switch: 6 } as const;
type Kind = keyof typeof firstNumbers;
const numbersOfAKind = 2 ** 40;

interface Source {
  readonly kind: Exclude<Kind, "service">;
  readonly table: string;
  /** SQL over a row of the table. */
  readonly moduleId: string;
  readonly subject: string;
  readonly text: string;
  /** Columns that the text is made of. */
  readonly watched: readonly string[];
}

const sources: readonly Source[] = [
  {
    kind: "customer",
    table: "customers",
    moduleId: "''",
    subject: "id",
    text: "concat_ws(char(10), name, email, note)",
    watched: ["name", "email", "note"],
  },
  {
    kind: "tariff",
    table: "tariffs",
    moduleId: "''",
    subject: "id",
    text: "concat_ws(char(10), name, internal_name)",
    watched: ["name", "internal_name"],
  },
  {
    kind: "server",
    table: "mirror_servers",
    moduleId: "module_id",
    subject: "CAST(server_id AS TEXT)",
    text: "concat_ws(char(10), server_id, search_text)",
    watched: ["search_text"],
  },
  {
    kind: "address",
    table: "mirror_addresses",
    moduleId: "module_id",
    subject: "CAST(address_id AS TEXT)",
    text: "address",
    watched: ["address"],
  },
];

/** A login inside a card's URL is left out: only the host and what follows it are looked for. */
const host = (url: string) => `substr(${url}, instr(${url}, '@') + 1)`;
const withoutScheme = (url: string) => `replace(replace(${url}, 'https://', ''), 'http://', '')`;

/** Service and card are one document: what is looked for is the machine. */
const serviceDocuments = `
  SELECT services.id AS service_id, services.number AS id, concat_ws(char(10),
    services.label,
    services.server_id,
    (SELECT group_concat(value ->> 'address', char(10))
      FROM json_each(CASE WHEN json_valid(services.addresses) THEN services.addresses ELSE '[]' END)),
    services.note,
    cards.identifier,
    cards.rack,
    nullif(cards.label, services.label),
    ${host(withoutScheme("cards.url"))},
    cards.username
  ) AS text
  FROM services LEFT JOIN cards ON cards.service_id = services.id`;

const indexes = ["search_fragments", "search_words"] as const;

/** The next number of a kind. */
function nextNumber(kind: Kind): string {
  const first = firstNumbers[kind] * numbersOfAKind;
  const last = first + numbersOfAKind;
  return `max(${String(first)}, coalesce((SELECT max(id) FROM search_subjects WHERE id < ${String(last)}), 0)) + 1`;
}

function subjectOf({ kind, moduleId, subject }: Source, row: "OLD" | "NEW"): string {
  const of = (expression: string) => expression.replace(/\b(module_id|server_id|address_id|id)\b/g, `${row}.$1`);
  return `(SELECT id FROM search_subjects WHERE kind = '${kind}' AND module_id = ${of(moduleId)} AND subject = ${of(subject)})`;
}

function changed(columns: readonly string[]): string {
  return columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");
}

const remove = (number: string) => indexes.map((index) => `DELETE FROM ${index} WHERE rowid = ${number};`).join("\n");

function triggersOf(source: Source): string[] {
  const { kind, table, moduleId, subject, text, watched } = source;
  const add = indexes.map(
    (index) => `INSERT INTO ${index} (rowid, text)
      SELECT ${subjectOf(source, "NEW")}, ${text} FROM ${table} WHERE rowid = NEW.rowid;`,
  );
  return [
    `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} BEGIN
      INSERT INTO search_subjects (id, kind, module_id, subject)
        SELECT ${nextNumber(kind)}, '${kind}', ${moduleId}, ${subject} FROM ${table} WHERE rowid = NEW.rowid;
      ${add.join("\n")}
    END`,
    `CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${watched.join(", ")} ON ${table} WHEN ${changed(watched)} BEGIN
      ${remove(subjectOf(source, "NEW"))}
      ${add.join("\n")}
    END`,
    `CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} BEGIN
      ${remove(subjectOf(source, "OLD"))}
      DELETE FROM search_subjects WHERE id = ${subjectOf(source, "OLD")};
    END`,
  ];
}

function serviceTriggers(): string[] {
  const again = (serviceId: string) => {
    const document = `SELECT id, text FROM (${serviceDocuments}) WHERE service_id = ${serviceId}`;
    const number = `(SELECT number FROM services WHERE id = ${serviceId})`;
    return `${remove(number)}
      ${indexes.map((index) => `INSERT INTO ${index} (rowid, text) ${document};`).join("\n")}`;
  };
  const ofService = ["label", "note", "addresses", "server_id"];
  const ofCard = ["identifier", "rack", "label", "url", "username"];
  return [
    `CREATE TRIGGER services_search_insert AFTER INSERT ON services BEGIN
      ${again("NEW.id")}
    END`,
    `CREATE TRIGGER services_search_update AFTER UPDATE OF ${ofService.join(", ")} ON services
      WHEN ${changed(ofService)} BEGIN
      ${again("NEW.id")}
    END`,
    `CREATE TRIGGER services_search_delete AFTER DELETE ON services BEGIN
      ${remove("OLD.number")}
    END`,
    `CREATE TRIGGER cards_search_insert AFTER INSERT ON cards BEGIN
      ${again("NEW.service_id")}
    END`,
    `CREATE TRIGGER cards_search_update AFTER UPDATE OF ${ofCard.join(", ")} ON cards WHEN ${changed(ofCard)} BEGIN
      ${again("NEW.service_id")}
    END`,
  ];
}

/** Racks and switches come and go with the configuration that lists them, and keep their names: reading it whole for one of them takes long. */
const listed = [
  { kind: "rack", list: "$.racks", subject: "rackId" },
  { kind: "switch", list: "$.switches", subject: "switchId" },
] as const;

function configurationTriggers(): string[] {
  const all = (row: "OLD" | "NEW") => `SELECT id FROM search_subjects
    WHERE kind IN ('rack', 'switch') AND module_id = ${row}.module_id`;
  const drop = (row: "OLD" | "NEW") => `
    ${indexes.map((index) => `DELETE FROM ${index} WHERE rowid IN (${all(row)});`).join("\n")}
    DELETE FROM search_subjects WHERE kind IN ('rack', 'switch') AND module_id = ${row}.module_id;`;
  const add = listed.map(({ kind, list, subject }) => {
    // A panel that names one twice must not keep its configuration from being stored.
    const things = `(SELECT CAST(value ->> '${subject}' AS TEXT) AS subject, max(value ->> 'name') AS name
      FROM json_each(CASE WHEN json_valid(NEW.body) THEN NEW.body ELSE '{}' END, '${list}') GROUP BY value ->> '${subject}') AS things`;
    const documents = `SELECT search_subjects.id, things.name FROM ${things} JOIN search_subjects
      ON search_subjects.kind = '${kind}' AND search_subjects.module_id = NEW.module_id
        AND search_subjects.subject = things.subject`;
    return `INSERT INTO search_subjects (id, kind, module_id, subject, title)
        SELECT ${nextNumber(kind)} + row_number() OVER () - 1, '${kind}', NEW.module_id, subject, name FROM ${things};
      ${indexes.map((index) => `INSERT INTO ${index} (rowid, text) ${documents};`).join("\n")}`;
  });
  return [
    `CREATE TRIGGER module_configurations_search_insert AFTER INSERT ON module_configurations BEGIN
      ${add.join("\n")}
    END`,
    `CREATE TRIGGER module_configurations_search_update AFTER UPDATE OF body ON module_configurations
      WHEN OLD.body IS NOT NEW.body BEGIN
      ${drop("NEW")}
      ${add.join("\n")}
    END`,
    `CREATE TRIGGER module_configurations_search_delete AFTER DELETE ON module_configurations BEGIN
      ${drop("OLD")}
    END`,
  ];
}

/** What is there already. */
function filling(): string[] {
  const subjects = sources.map(
    ({ kind, table, moduleId, subject }) => `INSERT INTO search_subjects (id, kind, module_id, subject)
      SELECT ${String(firstNumbers[kind] * numbersOfAKind)} + row_number() OVER (ORDER BY rowid), '${kind}', ${moduleId}, ${subject}
        FROM ${table}`,
  );
  const documents = sources.flatMap(({ kind, table, moduleId, subject, text }) =>
    indexes.map(
      (index) => `INSERT INTO ${index} (rowid, text)
      SELECT search_subjects.id, source.text
        FROM (SELECT ${moduleId} AS module_id, ${subject} AS subject, ${text} AS text FROM ${table}) AS source
        JOIN search_subjects ON search_subjects.kind = '${kind}' AND search_subjects.module_id = source.module_id
          AND search_subjects.subject = source.subject`,
    ),
  );
  const services = indexes.map(
    (index) => `INSERT INTO ${index} (rowid, text) SELECT id, text FROM (${serviceDocuments})`,
  );
  // Every list of racks and switches goes through its trigger once.
  const configurations = [
    "CREATE TABLE listed_again AS SELECT * FROM module_configurations",
    "DELETE FROM module_configurations",
    "INSERT INTO module_configurations SELECT * FROM listed_again",
    "DROP TABLE listed_again",
  ];
  return [...subjects, ...documents, ...services, ...configurations];
}

/** Makes the index, fills it, and has triggers keep it true in the transaction that changes a record. */
export const searchIndex: readonly string[] = [
  `CREATE TABLE search_subjects (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('customer', 'tariff', 'server', 'address', 'rack', 'switch')),
    module_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, module_id, subject)
  ) STRICT`,
  `CREATE VIRTUAL TABLE search_fragments USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram')`,
  `CREATE VIRTUAL TABLE search_words USING fts5 (text, content = '', contentless_delete = 1, prefix = '1 2',
    tokenize = "unicode61 tokenchars '.:-@_'")`,
  ...sources.flatMap(triggersOf),
  ...serviceTriggers(),
  ...configurationTriggers(),
  ...filling(),
];
