import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPrintDocuments } from "../../main/adapters/print-documents";
import { connector, printOn, printerAt } from "./printing";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rackside-documents-"));
});
afterEach(() => rm(directory, { recursive: true }));

const bytes = [Buffer.from("first, "), Buffer.from("second")];

describe("a document", () => {
  test("is kept under its job and read piece by piece", async () => {
    const documents = createPrintDocuments(join(directory, "prints"));

    const { outcome } = printOn(connector({ documents }), printerAt({ type: "file" }, "pdf"), bytes);

    expect(await outcome).toMatchObject({ state: "unsure", printed: 0 });
    const read = async (offset: number, length: number) => {
      const piece = await documents.read("0192-job", offset, length);
      return piece && [Buffer.from(piece.bytes).toString(), piece.size];
    };
    expect(await read(0, 7)).toEqual(["first, ", 13]);
    expect(await read(7, 100)).toEqual(["second", 13]);
    expect(await read(13, 100)).toEqual(["", 13]);
    await documents.remove("0192-job");
    expect(await read(0, 1)).toBeUndefined();
  });

  test("is whole or not there", async () => {
    const documents = createPrintDocuments(directory);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("half"));
      throw new Error("The press broke");
    }

    await expect(documents.keep("job", broken())).rejects.toThrow("The press broke");

    expect(await readdir(directory)).toEqual([]);
  });

  test("is not kept outside of its folder", async () => {
    await expect(createPrintDocuments(directory).read("../key", 0, 1)).rejects.toThrow("No id of a job");
  });

  test("that was stopped is not kept", async () => {
    const documents = createPrintDocuments(directory);
    const printing = printOn(connector({ documents }), printerAt({ type: "file" }, "pdf"), bytes);
    printing.stopper.abort();

    expect(await printing.outcome).toMatchObject({ state: "cancelled" });
    expect(await readdir(directory)).toEqual([]);
  });

  test("is opened by the way of the system's dialog", async () => {
    const documents = createPrintDocuments(directory);
    const opened: [string, string][] = [];
    const desk = {
      open: (name: string, whole: Uint8Array): Promise<void> => {
        opened.push([name, Buffer.from(whole).toString()]);
        return Promise.resolve();
      },
    };

    const { outcome } = printOn(connector({ documents, desk }), printerAt({ type: "system-dialog" }, "pdf"), bytes);

    const { state, message } = await outcome;
    expect([state, opened]).toEqual(["unsure", [["labels-0192-job.pdf", "first, second"]]]);
    expect(message).toMatch(/100 %/);
  });

  test("cannot be opened where there is no desktop, and says so before it is made", async () => {
    const { outcome, told } = printOn(connector(), printerAt({ type: "system-dialog" }, "pdf"), bytes);

    expect(await outcome).toMatchObject({ state: "failed" });
    expect(told).toEqual([]);
  });
});
