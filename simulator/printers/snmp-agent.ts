import { createSocket } from "node:dgram";

/** Where network models keep the 32 bytes of their status. */
const statusObject = Buffer.from([0x2b, 6, 1, 4, 1, 0x93, 0x03, 3, 3, 9, 1, 6, 1, 0]);

/** A tiny SNMP agent that knows one object: the printer's status. Anything else, and any other community than `public`, gets no answer. */
export async function startSnmpAgent(
  port: number,
  status: () => Uint8Array,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const answer = answerGet(message, status);
    if (answer) socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "127.0.0.1", resolve);
  });
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

interface Element {
  readonly tag: number;
  readonly body: Buffer;
  readonly rest: Buffer;
}

/** Lengths below 128 only: no question about one object is longer. */
function readElement(bytes: Buffer): Element | undefined {
  const [tag, length = 0x80] = bytes;
  if (tag === undefined || length >= 0x80 || bytes.length < 2 + length) return undefined;
  return { tag, body: bytes.subarray(2, 2 + length), rest: bytes.subarray(2 + length) };
}

function write(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(body.length < 0x80 ? [tag, body.length] : [tag, 0x81, body.length]), body]);
}

function answerGet(message: Buffer, status: () => Uint8Array): Buffer | undefined {
  const version = readElement(readElement(message)?.body ?? Buffer.alloc(0));
  const community = version && readElement(version.rest);
  const pdu = community && readElement(community.rest);
  const request = pdu && readElement(pdu.body);
  if (!community || pdu?.tag !== 0xa0 || community.body.toString() !== "public" || !request) return undefined;
  if (!message.includes(statusObject)) return undefined;
  const zero = write(0x02, Buffer.from([0]));
  const binding = write(0x30, write(0x06, statusObject), write(0x04, status()));
  const response = write(0xa2, write(0x02, request.body), zero, zero, write(0x30, binding));
  return write(0x30, write(0x02, version.body), write(0x04, community.body), response);
}
