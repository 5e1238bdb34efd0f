import { createSocket } from "node:dgram";
import type { Clock } from "../ports/host";
import { readBrotherStatus } from "./brother-status";
import type { BrotherStatus } from "./brother-status";

interface Question {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly withinMs: number;
}

/** Asked again after this share of the time: a datagram may be lost. */
const tries = 3;

/**
 * The status of a Brother printer by SNMPv1, community `public`; undefined when nothing answers in time. The object, 1.3.6.1.4.1.2435.3.3.9.1.6.1.0,
 * holds the 32 bytes that `ESC i S` answers over USB. Source: philpem/printer-driver-ptouch, issue 14, from what Brother's own tool asks.
 */
export function askBrotherBySnmp({ host, port, clock, withinMs }: Question): Promise<BrotherStatus | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
    const cancels: (() => void)[] = [];
    let isOver = false;
    const settle = (status?: BrotherStatus): void => {
      if (isOver) return;
      isOver = true;
      for (const cancel of cancels) cancel();
      socket.close();
      resolve(status);
    };
    const ask = (): void => socket.send(questionBytes, port, host, (error) => void (error && settle()));
    socket.on("error", () => settle());
    socket.on("message", (message) => {
      const found = readBrotherStatus(message);
      if (found) settle(found.value);
    });
    cancels.push(clock.schedule(withinMs, settle));
    for (let attempt = 1; attempt < tries; attempt += 1)
      cancels.push(clock.schedule((withinMs * attempt) / tries, ask));
    ask();
  });
}

/** BER: tag, length, body; every body here is shorter than 128 bytes. */
function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

const integer = (value: number): Buffer => element(0x02, Buffer.from([value]));
/** 1.3 is one byte, 2435 two. */
const statusObject = element(0x06, Buffer.from([0x2b, 6, 1, 4, 1, 0x93, 0x03, 3, 3, 9, 1, 6, 1, 0]));
const bindings = element(0x30, element(0x30, statusObject, element(0x05)));
const getRequest = element(0xa0, integer(1), integer(0), integer(0), bindings);
const questionBytes = element(0x30, integer(0), element(0x04, Buffer.from("public")), getRequest);
