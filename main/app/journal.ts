import type { CallOutput, ParsedInput } from "../contract/calls";
import type { App } from "./app";

export async function listJournal(app: App, input: ParsedInput<"journal.list">): Promise<CallOutput<"journal.list">> {
  return app.store.read(async (repositories) => {
    const { rows, total } = await repositories.journal.page(input.serviceId, input);
    return { rows: [...rows], total };
  });
}
