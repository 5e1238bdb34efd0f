import type { ConsoleEvent } from "../../main/contract/events";
import { call } from "../api";
import { useConsole } from "./console-store";
import type { Cause } from "./dependencies";

/** Keeps the store true to the program. Returns the function that ends it. */
export function followEvents(): () => void {
  void loadLinks();
  return window.rackside.subscribe(apply);
}

function apply(event: ConsoleEvent): void {
  const state = useConsole.getState();
  switch (event.name) {
    case "records.changed": {
      const changed = new Set<Cause>(event.changes.map((change) => change.entity));
      state.invalidate(changed);
      for (const { entity, id } of event.changes) if (entity === "draft") state.noteStoredForm(id);
      if (changed.has("console") || changed.has("module")) void state.loadSession();
      if (changed.has("module") || changed.has("action")) loadLinksSoon();
      break;
    }
    case "links.changed":
      if (state.setLinks(event.links).length > 0) state.invalidate(new Set(["link"]));
      break;
    case "configuration.progress":
      state.setReading(event);
      break;
    case "record.chosen":
      if (event.entity === "task") state.open("queue", event.id);
      else state.open("inbox");
      break;
    case "profile.opened":
      state.forgetAllDrafts();
      state.forgetEverything();
      state.forgetForms();
      state.resetView();
      state.setLinks([]);
      state.forgetReadings();
      void state.loadSession();
      void loadLinks();
      break;
  }
}

const mostOftenMs = 250;
let linksTimer: ReturnType<typeof setTimeout> | undefined;

/** While a backlog drains, steps end many times a second; the counts are asked for a few times. */
function loadLinksSoon(): void {
  linksTimer ??= setTimeout(() => {
    linksTimer = undefined;
    void loadLinks();
  }, mostOftenMs);
}

async function loadLinks(): Promise<void> {
  const result = await call("link.list", {});
  if (result.ok) useConsole.getState().setLinks(result.value);
}
