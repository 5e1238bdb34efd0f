import type { Issue } from "../contract/faults";
import type { RackFacts } from "../contract/shapes/panel";
import type { ModuleType } from "../contract/shapes/module";
import { labelMaximumLength } from "../contract/shapes/task";
import type { CardFields } from "../contract/shapes/task";

const limits: Readonly<Record<keyof CardFields, number>> = {
  url: 300,
  identifier: 60,
  username: 120,
  password: 300,
  rack: 60,
  label: labelMaximumLength,
};

export const emptyCard: CardFields = { url: "", identifier: "", username: "", password: "", rack: "", label: "" };

/** Fields of a card that are longer than the store takes, one issue a field at `card.FIELD`. */
export function checkCardLengths(fields: CardFields): Issue[] {
  return (Object.keys(limits) as (keyof CardFields)[]).flatMap((field) => {
    const excess = [...fields[field].trim()].length - limits[field];
    const message = `Too long by ${String(excess)} characters: at most ${String(limits[field])}`;
    return excess > 0 ? [{ path: `card.${field}`, message }] : [];
  });
}

/** Whose server id the identifier is; a module worked by hand has none, so there it is any text. */
const panelNames: Readonly<Record<ModuleType, string | null>> = {
  "dcimanager6-colocation": "DCImanager",
  dsmanager: "DSmanager",
  manual: null,
};

interface CardRules {
  readonly type: ModuleType;
  /** The server is being registered in the panel and its id is not known yet. */
  readonly mayLackIdentifier: boolean;
}

/** What stops a card from being closed, one issue a field at `card.FIELD`. */
export function checkCard(fields: CardFields, { type, mayLackIdentifier }: CardRules): Issue[] {
  const issues = checkCardLengths(fields);
  const add = (field: keyof CardFields, message: string) => issues.push({ path: `card.${field}`, message });
  const panel = panelNames[type];
  const identifier = fields.identifier.trim();
  if (panel !== null && identifier === "") {
    if (!mayLackIdentifier) add("identifier", `Required: the server's id in ${panel}`);
  } else if (panel !== null && parseServerId(identifier) === null) {
    add("identifier", `The server's id in ${panel} is a whole number, for example 101`);
  }
  if (panel !== null && fields.rack.trim() === "") add("rack", "Required: the rack's name, for example A12");
  if (fields.label.trim() === "") add("label", "Required: the name on the equipment");
  const url = fields.url.trim();
  if (url !== "" && !/^https?:\/\/[^\s/]+/i.test(url)) add("url", "Starts with https:// or http://");
  return issues;
}

/** The server id in an identifier field; null when it is not a positive whole number. */
export function parseServerId(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[1-9]\d{0,14}$/.test(trimmed)) return null;
  return Number(trimmed);
}

/** A rack by the name that a person typed; case and surrounding spaces do not count. */
export function findRack(racks: readonly RackFacts[], name: string, locationId: number | null): RackFacts | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  const matching = racks.filter((rack) => rack.name.trim().toLocaleLowerCase() === wanted);
  return matching.find((rack) => rack.locationId === locationId) ?? matching[0];
}

/** A message for a rack that the panel does not know, with the nearest names. */
export function unknownRackMessage(racks: readonly RackFacts[], name: string): string {
  const wanted = name.trim().toLocaleLowerCase();
  const near = racks
    .map((rack) => rack.name)
    .sort((left, right) => likeness(right.toLocaleLowerCase(), wanted) - likeness(left.toLocaleLowerCase(), wanted))
    .slice(0, 3);
  return `No rack ${name.trim()} in the panel` + (near.length > 0 ? `. Near it: ${near.join(", ")}` : "");
}

function likeness(name: string, wanted: string): number {
  let shared = 0;
  while (shared < name.length && name[shared] === wanted[shared]) shared += 1;
  return shared * 10 - Math.abs(name.length - wanted.length);
}
