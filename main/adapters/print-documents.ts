import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PrintDocuments } from "../ports/printer";

/** Documents as files of a folder, which is made with the first one. */
export function createPrintDocuments(directory: string): PrintDocuments {
  const fileOf = (jobId: string): string => {
    if (!/^[\w-]+$/.test(jobId)) throw new Error(`No id of a job: ${jobId}`);
    return join(directory, `${jobId}.document`);
  };
  return {
    async keep(jobId, bytes) {
      const part = `${fileOf(jobId)}.part`;
      await mkdir(directory, { recursive: true });
      try {
        await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(part, { flush: true }));
        await rename(part, fileOf(jobId));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async read(jobId, offset, length) {
      let file;
      try {
        file = await open(fileOf(jobId));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
      try {
        const { size } = await file.stat();
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
        return { bytes: buffer.subarray(0, bytesRead), size };
      } finally {
        await file.close();
      }
    },
    async remove(jobId) {
      await rm(fileOf(jobId), { force: true });
    },
  };
}
