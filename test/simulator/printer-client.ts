import { createConnection } from "node:net";
import { vi } from "vitest";

export interface PrinterClient {
  send(...parts: readonly (string | readonly number[])[]): void;
  /** Everything that was answered so far. */
  readonly heard: Buffer;
  readonly isCut: boolean;
  close(): void;
}

/** A client of a printer that knows nothing of the program's own. */
export async function connectToPrinter(port: number): Promise<PrinterClient> {
  const socket = createConnection(port, "127.0.0.1");
  let heard = Buffer.alloc(0);
  let isCut = false;
  socket.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    isCut = true;
  });
  return {
    send: (...parts) =>
      void socket.write(
        Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
      ),
    get heard() {
      return heard;
    },
    get isCut() {
      return isCut;
    },
    close: () => void socket.destroy(),
  };
}

/** Waits for a condition as long as a busy machine may need. */
export function until(condition: () => boolean): Promise<unknown> {
  return vi.waitUntil(condition, { timeout: 15_000, interval: 5 });
}
