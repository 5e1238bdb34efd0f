import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkFile } from "../../db/check";
import { exportDatabase } from "../../db/export";
import { importDatabase } from "../../db/import";
import { openWriter } from "../../db/open";
import { openStore } from "../../db/store";
import { manifestFile } from "../../db/transfer-format";
import type { Manifest } from "../../db/transfer-format";
import type { Repositories } from "../../main/ports/store";
import { operatorRecord } from "../builders/operators";
import { addLabels } from "./label-records";
import {
  action,
  addSite,
  card,
  configurationReport,
  customer,
  department,
  journalEntry,
  module,
  tariff,
  tariffVersion,
  task,
  tokenRecord,
} from "./records";
import { storeOptions, temporaryDirectory } from "./temporary-store";

/** Closed, as the command line has it while it exports. */
async function profile(
  work: (repositories: Repositories) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const options = storeOptions(await temporaryDirectory());
  const store = await openStore(options);
  await store.write(work);
  await store.close();
  return options.file;
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-export-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function contentOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const content: Record<string, string> = {};
  for (const name of (await readdir(directory)).sort()) content[name] = await readFile(join(directory, name), "utf8");
  return content;
}

async function fillSite(repositories: Repositories): Promise<void> {
  await addSite(repositories);
  await repositories.tasks.add(task(1));
  await repositories.cards.add(card({ sealedPassword: "sealed:hunter2" }));
  await repositories.actions.add(action("a"));
  await repositories.actions.add(action("b", { percent: 12.5, seen: '{"owner":"nobody"}' }));
  await repositories.journal.add(journalEntry("j"));
  await repositories.settings.put("site", '{"lockAfterMinutes":5}');
  await repositories.operators.add(operatorRecord({ name: "Борис" }));
  await repositories.tokens.add(tokenRecord());
  await repositories.enumerations.add(systems);
  await repositories.modules.setConfiguration(module.id, configurationReport());
  await repositories.messages.add(message);
  await repositories.messages.markRead([message.id], "Anna", 6_000);
  await addLabels(repositories);
}

const systems = {
  id: "enumeration-1",
  revision: 0,
  name: "Operating system",
  internalName: "os",
  items: [{ internalName: "debian12", name: "Debian 12" }],
};
const message = {
  id: "message-1",
  at: 5_000,
  departmentId: department.id,
  serviceId: "service-1",
  taskId: "task-1",
  actionId: "a",
  subject: "Power off failed",
  reason: "Server is blocked",
};

async function exportedSite(): Promise<string> {
  const directory = await folder();
  await exportDatabase(await profile(fillSite), directory);
  return directory;
}

describe("export, import and export again", () => {
  it("give the same bytes, whatever the profile holds", async () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    const instant = fc.integer({ min: 0, max: 8_640_000_000_000_000 });
    const row = fc.record({
      text,
      other: text,
      at: instant,
      percent: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      seen: fc.option(text),
    });
    const property = fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const first = await profile(async (repositories) => {
        await addSite(repositories);
        for (const [index, { text: words, other, at, percent, seen }] of rows.entries()) {
          const id = String(index);
          await repositories.customers.add({ ...customer, id: `c${id}`, name: words, note: other });
          await repositories.actions.add(action(`a${id}`, { summary: words, createdAt: at, percent, seen }));
          await repositories.journal.add(journalEntry(`j${id}`, { summary: other, at }));
          await repositories.settings.put(`${id} ${words}`, other);
        }
      });
      const before = await folder();
      await exportDatabase(first, before);
      const second = await profile();
      await importDatabase(second, before);
      const after = await folder();
      await exportDatabase(second, after);
      expect(await contentOf(after)).toEqual(await contentOf(before));
    });
    await fc.assert(property, { numRuns: 10 });
  }, 60_000);

  it("carry more rows than are read or written at once", async () => {
    const first = await profile(async ({ settings }) => {
      for (let index = 0; index < 1_100; index += 1) await settings.put(`setting ${String(index)}`, "value");
    });
    const before = await folder();
    expect((await exportDatabase(first, before)).tables["settings"]).toMatchObject({ rows: 1_101 });
    const second = await profile();
    await importDatabase(second, before);
    const after = await folder();
    await exportDatabase(second, after);
    expect(await contentOf(after)).toEqual(await contentOf(before));
  });

  it("leave a sound profile that goes on counting where the exported one was", async () => {
    const file = await profile();
    await importDatabase(file, await exportedSite());
    const writer = await openWriter(file);
    onTestFinished(() => writer.destroy());
    await checkFile(writer, file);
    expect(await writer("actions").orderBy("sequence").select("id", "percent")).toEqual([
      { id: "a", percent: null },
      { id: "b", percent: 12.5 },
    ]);
  });

  it("bring versions of tariffs, enumerations, configurations and read messages over", async () => {
    const directory = await exportedSite();
    const manifest = JSON.parse((await contentOf(directory))["manifest.json"] ?? "") as {
      readonly tables: Readonly<Record<string, { readonly rows: number }>>;
    };
    for (const table of ["tariff_versions", "enumerations", "module_configurations", "messages", "message_reads"]) {
      expect([table, manifest.tables[table]?.rows]).toEqual([table, 1]);
    }
    const options = storeOptions(await temporaryDirectory());
    await (await openStore(options)).close();
    await importDatabase(options.file, directory);
    const store = await openStore(options);
    onTestFinished(() => store.close());
    const filter = { operator: "Anna", departmentIds: [department.id], onlyUnread: false };
    const found = await store.read(async ({ tariffs, enumerations, modules, messages }) => ({
      versions: await tariffs.listVersions(tariff.id),
      enumerations: await enumerations.list(),
      report: await modules.findConfiguration(module.id),
      messages: (await messages.page(filter, { offset: 0, limit: 10 })).rows,
    }));
    expect(found).toMatchObject({
      versions: [tariffVersion()],
      enumerations: [{ ...systems, revision: 1 }],
      report: configurationReport(),
      messages: [{ ...message, isRead: true }],
    });
  });
});

describe("an export", () => {
  it("has every table, secrets sealed, readable by its owner only", async () => {
    const directory = await exportedSite();
    const content = await contentOf(directory);
    const manifest = JSON.parse(content["manifest.json"] ?? "") as { tables: object };
    expect(Object.keys(content)).toEqual(
      [...Object.keys(manifest.tables).map((name) => `${name}.jsonl`), "manifest.json"].sort(),
    );
    expect(content["cards.jsonl"]).toContain('"sealed_password":"sealed:hunter2"');
    expect(content["actions.jsonl"]?.split("\n")).toHaveLength(3);
  });

  it("is not written into a folder that holds anything", async () => {
    const directory = await folder();
    await writeFile(join(directory, "notes.txt"), "mine");
    await expect(exportDatabase(await profile(), directory)).rejects.toThrow("is not empty");
    expect(await readdir(directory)).toEqual(["notes.txt"]);
  });
});

describe("an import", () => {
  const edits: readonly [string, string, (text: string) => string, { file: string; line: number }][] = [
    [
      "an edited value",
      "actions.jsonl",
      (text) => text.replace('"id":"b"', '"id":"c"'),
      { file: "actions.jsonl", line: 2 },
    ],
    [
      "a line that is no JSON",
      "actions.jsonl",
      (text) => text.replace('{"sequence":2', "{sequence:2"),
      { file: "actions.jsonl", line: 2 },
    ],
    ["a line too few", "actions.jsonl", (text) => `${text.split("\n")[0] ?? ""}\n`, { file: "actions.jsonl", line: 2 }],
    ["half a line", "actions.jsonl", (text) => text.slice(0, -20), { file: "actions.jsonl", line: 2 }],
    ["a line too many", "customers.jsonl", (text) => text + text, { file: "customers.jsonl", line: 2 }],
    [
      "lines in another order",
      "actions.jsonl",
      (text) => text.trimEnd().split("\n").reverse().join("\n") + "\n",
      { file: "actions.jsonl", line: 1 },
    ],
    [
      "a cut manifest",
      "manifest.json",
      (text) => text.split("\n").slice(0, 4).join("\n"),
      { file: "manifest.json", line: 4 },
    ],
  ];

  it.each(edits)("with %s is refused whole and names the place", async (_, name, edit, place) => {
    const directory = await exportedSite();
    const file = join(directory, name);
    await writeFile(file, edit(await readFile(file, "utf8")));
    const target = await profile();
    const empty = await folder();
    await exportDatabase(target, empty);
    await expect(importDatabase(target, directory)).rejects.toMatchObject(place);
    const still = await folder();
    await exportDatabase(target, still);
    expect(await contentOf(still)).toEqual(await contentOf(empty));
  });

  it.each([
    ["a value that is missing", (line: string) => line.replace(/"revision":\d+/, '"revision":null')],
    ["a value of another kind", (line: string) => line.replace(/"revision":\d+/, '"revision":"many"')],
  ])("with %s and its hash put right is refused with its line", async (_, edit) => {
    const directory = await exportedSite();
    const file = join(directory, "customers.jsonl");
    const text = edit(await readFile(file, "utf8"));
    await writeFile(file, text);
    const manifestPath = join(directory, manifestFile);
    const manifest = JSON.parse(await readFile(manifestPath, "utf8")) as Manifest;
    const customers = { rows: 1, sha256: createHash("sha256").update(text).digest("hex"), lineDigests: "" };
    await writeFile(manifestPath, JSON.stringify({ ...manifest, tables: { ...manifest.tables, customers } }));
    await expect(importDatabase(await profile(), directory)).rejects.toMatchObject({
      file: "customers.jsonl",
      line: 1,
    });
  });

  it("without one of its files is refused", async () => {
    const directory = await exportedSite();
    await rm(join(directory, "tasks.jsonl"));
    await expect(importDatabase(await profile(), directory)).rejects.toMatchObject({ file: "tasks.jsonl", line: 1 });
  });

  it("goes into an empty profile only", async () => {
    const target = await profile(({ settings }) => settings.put("site", "{}"));
    await expect(importDatabase(target, await exportedSite())).rejects.toThrow("not empty: there are settings in it");
  });

  it("of another schema is refused", async () => {
    const directory = await exportedSite();
    const file = join(directory, "manifest.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/"schemaVersion": "[^"]*"/, '"schemaVersion": "9999-future"'));
    await expect(importDatabase(await profile(), directory)).rejects.toThrow("has the schema 9999-future");
  });
});
