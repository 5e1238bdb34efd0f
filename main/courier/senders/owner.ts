import type { PanelUser, ServerFacts } from "../../contract/shapes/panel";
import { doneAtOnce, stuck } from "../sender";
import type { Look, SendContext, Sender } from "../sender";

/**
 * Sets or clears the owner. Another owner than the one the operator saw is put to a person. Where a server of the stock is handed over
 * (`newUserName`), the customer is registered first when the panel does not know the address, and a server that somebody else got is lost.
 */
export const setOwner: Sender<"set-owner"> = async (context) => {
  const { gateway, request, server, serverId } = context;
  const wanted = request.ownerEmail?.toLowerCase() ?? null;
  const found = server.ownerEmail?.toLowerCase() ?? null;
  if (found === wanted) return done(context);
  const taken = found === null ? undefined : ownedByAnother(context, found);
  if (taken) return taken;
  const changed = changedMeanwhile(context, found);
  if (changed) return changed;
  if (request.ownerEmail === null) return order("owner", () => gateway.setOwner(serverId, null));
  const user = (await gateway.listUsers()).find((one) => one.email.toLowerCase() === wanted);
  return user ? order("owner", () => gateway.setOwner(serverId, user.userId)) : addUser(context, request.ownerEmail);
};

function done({ request, server }: SendContext<"set-owner">): Look {
  const outcome = request.ownerEmail ?? "The server has no owner";
  if (request.newUserName === null) return { is: "done", outcome };
  return { is: "done", outcome, findings: placeOf(server) };
}

function placeOf({ name, rackName, addresses }: ServerFacts) {
  return { label: name, rack: rackName, addresses };
}

/**
 * A server of the stock has no owner, so one that is there was set by somebody else; after our own order it is a person's matter, and a person
 * who has seen the owner may overrule it.
 */
function ownedByAnother(
  { request, server, progress, seen }: SendContext<"set-owner">,
  found: string,
): Look | undefined {
  if (request.newUserName === null || seen?.["owner"]?.toLowerCase() === found) return undefined;
  if (progress.lastKey !== "owner") return { is: "lost", reason: `Server ${String(server.serverId)} went to ${found}` };
  return stuck("conflict", "The owner was changed in the panel in the meantime", [
    { field: "owner", wanted: request.ownerEmail ?? "", seen: "", found },
  ]);
}

function changedMeanwhile({ request, server, seen }: SendContext<"set-owner">, found: string | null): Look | undefined {
  if (!seen || (seen["owner"] ?? "").toLowerCase() === (found ?? "")) return undefined;
  return stuck("conflict", "The owner was changed in the panel in the meantime", [
    {
      field: "owner",
      wanted: request.ownerEmail ?? "",
      seen: seen["owner"] ?? "",
      found: server.ownerEmail ?? "",
    },
  ]);
}

function addUser({ gateway, request }: SendContext<"set-owner">, email: PanelUser["email"]): Look {
  const fullName = request.newUserName;
  if (fullName === null) return stuck("refused", `The panel has no user ${email}`);
  return order("user", async () => {
    await gateway.addUser({ email, fullName });
  });
}

function order(key: string, give: () => Promise<void>): Look {
  return {
    is: "ready",
    key,
    act: async () => {
      await give();
      return doneAtOnce;
    },
  };
}
