import type { Transport, TransportOptions } from "./http";

/** A transport with its own connections. The client behind it is loaded with the first request: no window waits for it. */
export function createTransport(options: TransportOptions): Transport {
  let opened: Promise<Transport> | undefined;
  return async (request) => {
    opened ??= import("./exchange").then(({ openTransport }) => openTransport(options));
    const transport = await opened;
    return transport(request);
  };
}
