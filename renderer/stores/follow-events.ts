import type { ConsoleEvent } from "../../main/contract/events";
import { call, onSignedOut } from "../api";
import { useConsole } from "./console-store";
import type { Cause } from "./dependencies";

/** Keeps the store true to the program. Returns the function that ends it. */
export function followEvents(): () => void {
  void loadLinks();
  const ends = [window.rackside.subscribe(apply), onSignedOut(lookWhoIsHere), loadLinksOnSignIn()];
  return () => {
    for (const end of ends) end();
  };
}

/** A refusal can be quicker than the event that tells of the lock. */
function lookWhoIsHere(): void {
  const { description, loadSession } = useConsole.getState();
  if (description?.access === "signed-in") void loadSession();
}

function loadLinksOnSignIn(): () => void {
  return useConsole.subscribe((now, before) => {
    if (before.areQueriesSuspended && !now.areQueriesSuspended) void loadLinks();
  });
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
    case "mirror.progress":
      state.setMirrorReading(event);
      break;
    case "record.chosen":
      if (event.entity === "task") state.open("queue", event.id);
      else state.open("inbox");
      break;
    case "session.changed":
      void state.loadSession();
      break;
    case "lock.requested":
      void state.lock();
      break;
    case "profile.opened":
      // Who works in the profile that is open now is not known yet.
      state.suspendQueries();
      state.clearDesk();
      void state.loadSession();
      break;
    case "command.chosen":
      // The frame gives it to whatever means something by it now: use-application-menu.
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
  if (useConsole.getState().areQueriesSuspended) return;
  const result = await call("link.list", {});
  if (result.ok) useConsole.getState().setLinks(result.value);
}
