import { isConfirmed, readText, type PanelCall } from "./panel-call";
import { done, type FormFunction } from "./panel-function";
import type { DsmanagerUser } from "./site-document";
import type { DsmanagerWorld } from "./world";
import { element, fields, type Fields, type XmlNode } from "./xml";

const defaultPageSize = 500;
const ownParameters = new Set(["func", "auth", "authinfo", "out", "sok", "clear", "lang", "elid", "plid"]);

/** `X.filter`: keeps a filter for the user, which trims the list X until it is cleared. */
export function createFilterFunction(list: string): FormFunction {
  return {
    name: `${list}.filter`,
    answer: (call, world) => {
      const key = filterKey(call.user, list);
      if (!isConfirmed(call)) return fields(world.site.filters[key] ?? {});
      const isCleared = readText(call, "clear") === "on";
      const wanted = [...call.parameters].filter(([name, value]) => !ownParameters.has(name) && value !== "");
      const others = Object.entries(world.site.filters).filter(([name]) => name !== key);
      const kept = isCleared || wanted.length === 0 ? others : [...others, [key, Object.fromEntries(wanted)] as const];
      world.site.filters = Object.fromEntries(kept);
      world.changed();
      return done;
    },
  };
}

/** The rows as generation 5 sends them: filtered, sorted, one page of them, with the number before the cut. */
export function controlList(call: PanelCall, world: DsmanagerWorld, rows: readonly Fields[]): readonly XmlNode[] {
  const filter = world.site.filters[filterKey(call.user, call.func)];
  const kept = filter === undefined ? rows : rows.filter((row) => fits(row, filter));
  const sorted = sortRows(kept, readText(call, "p_col"));
  const size = positive(readText(call, "p_cnt")) ?? defaultPageSize;
  const first = ((positive(readText(call, "p_num")) ?? 1) - 1) * size;
  return [
    ...(filter === undefined ? [] : [element("filter", "on")]),
    ...viewRows(sorted.slice(first, first + size)),
    element("p_elems", kept.length),
  ];
}

export function viewRows(rows: readonly Fields[]): readonly XmlNode[] {
  return rows.map((row) => element("elem", fields(row)));
}

function filterKey({ name }: DsmanagerUser, list: string): string {
  return `${name} ${list}`;
}

/** Every column asked for contains its text. */
function fits(row: Fields, filter: Readonly<Record<string, string>>): boolean {
  return Object.entries(filter).every(([column, text]) =>
    String(row[column] ?? "")
      .toLowerCase()
      .includes(text.toLowerCase()),
  );
}

/** `+name` or `-name`; numbers count as such. */
function sortRows(rows: readonly Fields[], order: string): readonly Fields[] {
  const match = /^([+-]?)(\w+)$/.exec(order.trim());
  const column = match?.[2];
  if (column === undefined) return rows;
  const direction = match?.[1] === "-" ? -1 : 1;
  const keyOf = (row: Fields): string => String(row[column] ?? "");
  return [...rows].sort((left, right) => direction * keyOf(left).localeCompare(keyOf(right), "en", { numeric: true }));
}

function positive(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
