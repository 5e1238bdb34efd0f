import { createConnection } from "node:net";
import type { Socket } from "node:net";
import type { Clock } from "../ports/host";
import { reasonOf } from "./waiting";

/** The connection never stood (`unreachable`), or ended while it was needed (`lost`). */
export class ConnectionFailure extends Error {
  override readonly name = "ConnectionFailure";
  readonly kind: "unreachable" | "lost";

  constructor(kind: ConnectionFailure["kind"], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** Takes what it can read from the front of what was heard; undefined while that is not enough. */
export type Parser<T> = (heard: Buffer) => { readonly value: T; readonly used: number } | undefined;

export interface RawConnection {
  /** Resolves when the network has taken the bytes; `onStall` is called whenever it has not for the stall time. Throws ConnectionFailure. */
  write(bytes: Uint8Array, onStall?: () => void): Promise<void>;
  /** The next thing that `parse` reads; undefined when it does not come in time. Throws ConnectionFailure. */
  read<T>(parse: Parser<T>, withinMs: number): Promise<T | undefined>;
  /** Drops what was heard so far. */
  forget(): void;
  /** What was written still leaves. */
  close(): Promise<void>;
}

interface Where {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly connectMs: number;
  readonly stallMs: number;
  readonly signal: AbortSignal;
}

/** Longest wait for a printer to take its leave. */
const leaveMs = 2_000;

/** Opens a TCP connection to a printer. Throws ConnectionFailure `unreachable`; every wait ends with the signal's reason when that is aborted. */
export async function openConnection(where: Where): Promise<RawConnection> {
  const { clock, signal } = where;
  const socket = await connect(where);
  let heard = Buffer.alloc(0);
  let failure: ConnectionFailure | undefined;
  const wakers = new Set<() => void>();
  const wakeAll = (): void => wakers.forEach((wake) => void wake());
  socket.setKeepAlive(true, 10_000);
  socket.setNoDelay(true);
  socket.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
    wakeAll();
  });
  const end = (error?: unknown): void => {
    failure ??= new ConnectionFailure("lost", "The connection to the printer was lost", error);
    wakeAll();
  };
  socket.on("error", end);
  socket.on("end", end);
  socket.on("close", () => end());

  /** Waits until `look` answers something, the deadline passes, the connection ends or the signal is aborted. */
  function waitFor<T>(look: () => T | undefined, withinMs: number): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        wakers.delete(check);
        cancel();
        signal.removeEventListener("abort", check);
        act();
      };
      const check = (): void => {
        const found = look();
        if (found !== undefined) settle(() => resolve(found));
        else if (signal.aborted) settle(() => reject(reasonOf(signal)));
        else if (failure) settle(() => reject(failure ?? new Error("Lost")));
      };
      const cancel = clock.schedule(withinMs, () => settle(() => resolve(undefined)));
      wakers.add(check);
      signal.addEventListener("abort", check);
      check();
    });
  }

  return {
    async write(bytes, onStall) {
      let isTaken = false;
      socket.write(bytes, (error) => {
        isTaken = !error;
        wakeAll();
      });
      while (!(await waitFor(() => (isTaken ? true : undefined), where.stallMs))) onStall?.();
    },
    read<T>(parse: Parser<T>, withinMs: number) {
      return waitFor(() => {
        const found = parse(heard);
        if (found) heard = heard.subarray(found.used);
        return found?.value;
      }, withinMs);
    },
    forget() {
      heard = Buffer.alloc(0);
    },
    close: () =>
      new Promise((resolve) => {
        const cancel = clock.schedule(leaveMs, () => socket.destroy());
        socket.once("close", () => {
          cancel();
          resolve();
        });
        if (socket.destroyed) socket.emit("close", false);
        else socket.end(() => socket.destroySoon());
      }),
  };
}

function connect({ host, port, clock, connectMs, signal }: Where): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const settle = (error?: Error): void => {
      cancel();
      signal.removeEventListener("abort", abort);
      socket.removeAllListeners();
      if (!error) {
        resolve(socket);
        return;
      }
      socket.on("error", () => undefined);
      socket.destroy();
      reject(error);
    };
    const abort = (): void => settle(reasonOf(signal));
    const fail = (cause?: unknown): void => {
      settle(new ConnectionFailure("unreachable", `Nothing answers at ${host}, port ${String(port)}`, cause));
    };
    const cancel = clock.schedule(connectMs, () => fail());
    signal.addEventListener("abort", abort, { once: true });
    socket.once("connect", () => settle());
    socket.once("error", fail);
    if (signal.aborted) abort();
  });
}
