import { createServer } from "node:http";

/**
 * A web server on this machine that anybody may read from: whatever of the program's reaches it has broken out.
 * @returns {Promise<{ address: string, hits: () => number, stop: () => void }>}
 */
export async function startWitness() {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/plain" }).end("reached");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${String(server.address().port)}/`;
  return {
    address,
    hits: () => hits,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
