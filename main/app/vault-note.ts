import type { Entity } from "../contract/events";
import type { Note } from "./journalled-store";

/** What the journal says about the site's secrets as a whole. */
export function vaultNote(summary: string): Note & { readonly entity: Entity } {
  return { entity: "console", entityId: "vault", serviceId: null, summary };
}
