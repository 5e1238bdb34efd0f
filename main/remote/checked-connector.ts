import { buildConnector } from "undici";
import { judge, openTls, portOf, type TrustPolicy } from "./certificate-check";

/**
 * Opens sockets for undici. A TLS socket is handed over only after its certificate was accepted, so not one byte of
 * a request (which carries a password or a token) can reach a host that is not the panel.
 */
export function createCheckedConnector(policy: TrustPolicy): buildConnector.connector {
  const connectPlain = buildConnector({ timeout: policy.connectTimeoutMs });
  return (options, callback) => {
    if (options.protocol !== "https:") {
      connectPlain(options, callback);
      return;
    }
    openTls(options.hostname, portOf(options.port, "https:"), policy.connectTimeoutMs).then(
      ({ socket, certificate, problem }) => {
        const refusal = judge(certificate, problem, policy.pinnedFingerprint);
        if (refusal) {
          socket.destroy();
          callback(refusal, null);
        } else {
          callback(null, socket);
        }
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error("The connection failed", { cause: error }), null);
      },
    );
  };
}
