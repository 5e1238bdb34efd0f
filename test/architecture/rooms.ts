import { listImports } from "./sources";
import type { Source } from "./sources";

/** Folders of main/ are rooms of their own; so is each file that lies directly in it. */
export function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "main" ? `main/${second.replace(/\.ts$/, "")}` : first;
}

/** Which room imports which others. */
export function mapRooms(sources: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  const known = new Set(sources.map(({ path }) => roomOf(path)));
  for (const source of sources) {
    const from = roomOf(source.path);
    const targets = map.get(from) ?? new Set<string>();
    map.set(from, targets);
    for (const { target } of listImports(source)) {
      const to = roomOf(target);
      if (to !== from && known.has(to)) targets.add(to);
    }
  }
  return map;
}

/** The rooms of one circle, in order, or undefined when there is none. */
export function findCircle(map: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (room: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(room)) return [...trail.slice(trail.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of map.get(room) ?? []) {
      const circle = visit(next, [...trail, room]);
      if (circle) return circle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of map.keys()) {
    const circle = visit(room, []);
    if (circle) return circle;
  }
  return undefined;
}
