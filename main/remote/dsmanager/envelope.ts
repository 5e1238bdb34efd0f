import { RemoteFailure } from "../../ports/failure";
import { failureOfStatus, showReason, type AnswerContext } from "../answer";
import type { HttpAnswer } from "../http";
import type { DialectRules, PanelError } from "./dialects";
import { parseXml, XmlFault, type XmlElement } from "./xml";

/** Field → text. A field that is there without text is a flag. */
export type PanelRecord = Readonly<Record<string, string>>;

/** A `<doc>` as the shapes of `wire.ts` see it. */
export interface PanelDocument {
  readonly fields: PanelRecord;
  readonly rows: readonly PanelRecord[];
  /** Rows as they came, before headings are left out. */
  readonly rowCount: number;
  /** Values of a form's select lists, by the list's name. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

export type Opened = { readonly root: XmlElement } | { readonly error: PanelError };

/** The panel has no function of this name; a correction may help. */
export class UnknownFunction extends RemoteFailure {}

/** The `<doc>` of an answer, or the error in it. Everything else becomes a RemoteFailure. */
export async function openAnswer(answer: HttpAnswer, rules: DialectRules, context: AnswerContext): Promise<Opened> {
  const { system, call } = context;
  if (answer.status === 404) {
    const message = `There is no ${rules.product} at the path of this address`;
    throw new RemoteFailure("refused", system, message);
  }
  if (answer.status < 200 || answer.status >= 300) throw failureOfStatus(answer, "", context);
  const root = await parse(answer.text, context);
  if (root.name !== "doc") throw new RemoteFailure("malformed", system, `The answer to ${call} is not a <doc>`);
  const error = root.children.find(({ name }) => name === "error");
  return error ? { error: rules.readError(error) } : { root };
}

/** Classified by number or type of the error, never by its words. */
export function failureOf({ meaning, words }: PanelError, rules: DialectRules, context: AnswerContext): RemoteFailure {
  const { system, call } = context;
  const reason = showReason(words, context);
  switch (meaning) {
    case "unauthenticated":
      return new RemoteFailure("unauthenticated", system, reason);
    case "unknown-function":
      return new UnknownFunction("refused", system, `The panel has no such function; ${call} may need a correction`);
    case "unknown-id":
      return new RemoteFailure("refused", system, reason, { isMissing: true });
    case "refused":
      return new RemoteFailure("refused", system, reason);
    case "broken":
      return new RemoteFailure("unknown-outcome", system, reason);
    case "foreign":
      return new RemoteFailure(
        "malformed",
        system,
        `The panel does not report errors as ${rules.product} does; it may be of the other generation`,
      );
  }
}

export function toDocument(root: XmlElement): PanelDocument {
  const rows = root.children.filter(({ name }) => name === "elem").map(toRecord);
  return {
    fields: toRecord(root),
    rows,
    rowCount: rows.length,
    choices: Object.fromEntries(
      root.children.flatMap(({ name, attributes, children }) =>
        name === "slist" && attributes["name"] !== undefined
          ? [[attributes["name"], children.filter((child) => child.name === "val").map(toChoice)] as const]
          : [],
      ),
    ),
  };
}

/** The children that hold text or nothing; what is nested deeper is no field of a record. */
function toRecord({ children }: XmlElement): PanelRecord {
  return Object.fromEntries(
    children
      .filter((child) => child.children.length === 0 && child.name !== "elem")
      .map((child) => [child.name, child.text.trim()]),
  );
}

function toChoice({ attributes, text }: XmlElement): string {
  return attributes["key"] ?? text.trim();
}

async function parse(text: string, { system, call }: AnswerContext): Promise<XmlElement> {
  try {
    return await parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new RemoteFailure("malformed", system, `The answer to ${call} is not taken as XML: ${error.message}`);
  }
}
