import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";

/** One client that is connected. */
export interface Line {
  answer(bytes: Uint8Array): void;
  /** The device takes no more bytes until `resume`, as with a full receive buffer. */
  pause(): void;
  resume(): void;
}

/** What a device does with what one client sends. */
export interface Listener {
  hear(bytes: Buffer): void;
  /** The client is gone. */
  end(): void;
}

export interface PrinterPort {
  readonly port: number;
  /** Bytes that arrived since the port was opened for the first time. */
  readonly received: number;
  /** Connections are refused until `comeUp`. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  /** Resets every connection. */
  cutOff(): void;
  /** Resets every connection as soon as so many more bytes have arrived; none of what comes after them is heard. */
  cutOffAfter(bytes: number): void;
}

export interface PortOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** At most so many bytes are taken in a second; without it as fast as they come. */
  readonly bytesPerSecond?: number;
}

/** A TCP port of 127.0.0.1 with a printing device behind it. */
export async function startPrinterPort(options: PortOptions, connect: (line: Line) => Listener): Promise<PrinterPort> {
  const sockets = new Set<Socket>();
  let received = 0;
  let bytesToCut = Number.POSITIVE_INFINITY;

  const server = createServer((socket) => {
    sockets.add(socket);
    const listener = connect({
      answer: (bytes) => void (socket.writable && socket.write(bytes)),
      pause: () => void socket.pause(),
      resume: () => void socket.resume(),
    });
    socket.on("data", (bytes: Buffer) => {
      const heard = bytes.subarray(0, Math.min(bytes.length, bytesToCut));
      received += heard.length;
      bytesToCut -= heard.length;
      listener.hear(heard);
      if (bytesToCut <= 0) cutOff();
      else if (options.bytesPerSecond !== undefined) slowDown(socket, (heard.length / options.bytesPerSecond) * 1000);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      listener.end();
    });
  });

  function cutOff(): void {
    bytesToCut = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.resetAndDestroy();
  }

  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get received() {
      return received;
    },
    goDown: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cutOff();
      await closed;
    },
    comeUp: () => listen(server, port),
    cutOff,
    cutOffAfter: (bytes) => {
      bytesToCut = bytes;
    },
  };
}

function slowDown(socket: Socket, pauseMs: number): void {
  socket.pause();
  setTimeout(() => socket.resume(), pauseMs).unref();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
