import { administratorOf } from "../../domain/installation";
import { runningOperation, stuck } from "../sender";
import type { Look, SendContext, Sender } from "../sender";

/** Looks at a panel that shows nothing of an order whose answer was lost, before it is given again; with growing pauses about a minute. */
const looksBeforeRepeating = 15;

/**
 * Installs an image and follows it. An installation that was ordered with a lost answer is looked for: it runs, it failed, or its image is there
 * and was not before. It is ordered again only when none of this shows for a while: the server is not the customer's yet and nothing is on it.
 * Where the image was there before, its presence tells nothing, and a person decides.
 */
export const installOs: Sender<"install-os"> = async (context) => {
  const { request, server, state, progress } = context;
  const running = runningOperation(server);
  if (running) return running;
  if (progress.lastKey === undefined) return order(context);
  if (server.operation?.hasFailed === true)
    return stuck("operation-failed", server.operation.explanation || "The installation failed");
  const isThere = server.operatingSystem === request.image;
  const wasThere = progress.noted === request.image;
  if (isThere && (state === "confirming" || !wasThere)) return installed(context);
  if (state === "confirming") return order(context);
  if ((progress.polls ?? 0) < looksBeforeRepeating) return { is: "busy", percent: null };
  if (!isThere) return order(context);
  return stuck(
    "unknown-outcome",
    `It is not known whether ${request.image} was installed: it was on the server before. Look at the server, then retry or give it up`,
  );
};

function order({ gateway, request, server, serverId, openSecret }: SendContext<"install-os">): Look {
  const { image, hostname } = request;
  return {
    is: "ready",
    key: "install",
    noted: server.operatingSystem,
    act: () => gateway.installOs(serverId, { image, hostname, password: openSecret(request.password) }),
  };
}

/** The password leaves the outbox for the service's card, sealed as it is. */
function installed({ request, server }: SendContext<"install-os">): Look {
  const account = { username: administratorOf(request.image), sealedPassword: request.password };
  return { is: "done", outcome: request.image, findings: { addresses: server.addresses, account } };
}
