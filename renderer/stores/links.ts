import type { StateCreator } from "zustand";
import type { Link } from "../../main/contract/shapes/module";

/** How far the work that waits for a panel has gone out since it last was all done. */
export interface Backlog {
  readonly sent: number;
  readonly total: number;
}

export interface LinksSlice {
  readonly links: readonly Link[];
  /** By module; only for panels that something waits for. */
  readonly backlogs: Readonly<Record<string, Backlog>>;
  /** Replaces all links; answers the modules whose panel came up since the last time. */
  setLinks(links: readonly Link[]): readonly string[];
}

export const createLinksSlice: StateCreator<LinksSlice> = (set, get) => ({
  links: [],
  backlogs: {},
  setLinks: (links) => {
    const { links: before, backlogs } = get();
    const upBefore = new Set(before.filter(isUp).map((link) => link.moduleId));
    set({ links, backlogs: nextBacklogs(backlogs, links) });
    return links.filter((link) => isUp(link) && !upBefore.has(link.moduleId)).map((link) => link.moduleId);
  },
});

/** What was added makes the whole larger, what ended counts as sent; an empty outbox begins anew. */
export function nextBacklogs(
  before: Readonly<Record<string, Backlog>>,
  links: readonly Link[],
): Readonly<Record<string, Backlog>> {
  const waiting = links.filter((link) => link.waiting > 0);
  return Object.fromEntries(
    waiting.map((link) => {
      const { sent, total } = before[link.moduleId] ?? { sent: 0, total: 0 };
      const added = Math.max(0, link.waiting - (total - sent));
      return [link.moduleId, { total: total + added, sent: total + added - link.waiting }];
    }),
  );
}

function isUp(link: Link): boolean {
  return link.state === "up";
}
