import type { StateCreator } from "zustand";
import type { Link } from "../../main/contract/shapes/module";

export interface LinksSlice {
  readonly links: readonly Link[];
  /** Replaces all links; answers the modules whose panel came up since the last time. */
  setLinks(links: readonly Link[]): readonly string[];
}

export const createLinksSlice: StateCreator<LinksSlice> = (set, get) => ({
  links: [],
  setLinks: (links) => {
    const upBefore = new Set(
      get()
        .links.filter(isUp)
        .map((link) => link.moduleId),
    );
    set({ links });
    return links.filter((link) => isUp(link) && !upBefore.has(link.moduleId)).map((link) => link.moduleId);
  },
});

function isUp(link: Link): boolean {
  return link.state === "up";
}
