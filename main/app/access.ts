import type { Fault } from "../contract/faults";
import type { Access } from "../contract/shapes/console";
import type { App } from "./app";

/** How far whoever stands before the console gets. */
export async function accessOf({ session, store }: Pick<App, "session" | "store">): Promise<Access> {
  if (session.signedIn() !== null) return session.isLocked() ? "locked" : "signed-in";
  const operators = await store.read((repositories) => repositories.operators.list());
  return operators.length === 0 ? "no-operators" : "signed-out";
}

/** A refusal of the session, which knows nothing of the store: where nobody can sign in yet, that is said. */
export async function explainRefusal(app: Pick<App, "session" | "store">, fault: Fault): Promise<Fault> {
  if (fault.kind !== "signed-out" || (await accessOf(app)) !== "no-operators") return fault;
  return {
    kind: "signed-out",
    message: "Nobody has set this profile up yet. Make its first administrator",
    access: "no-operators",
  };
}
