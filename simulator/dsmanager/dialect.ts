import type { DsmanagerRefusal } from "./refusal";
import type { Fields, XmlNode } from "./xml";

export type DialectName = "dsmanager" | "dcimanager5";

/** How one generation of the family words what both know. */
export interface Dialect {
  readonly name: DialectName;
  /** Where it listens; other paths are not its own. */
  readonly paths: readonly string[];
  /** Its names of functions that the other generation calls otherwise. */
  readonly functionNames: Readonly<Record<string, string>>;
  /** Generation 5 cuts lists into pages and keeps filters. */
  readonly hasListControls: boolean;
  readonly viewSession: (sessionId: string, level: number) => XmlNode;
  readonly viewRefusal: (refusal: DsmanagerRefusal) => XmlNode;
  /** The columns of a server that only this generation has. */
  readonly serverColumns: (server: ServerColumns) => Fields;
}

/** What the columns that differ are made of. */
export interface ServerColumns {
  readonly name: string;
  readonly hostname: string;
  readonly type: string;
  /** Empty when nobody owns it. */
  readonly owner: string;
  readonly status: "on" | "off" | "suspended" | "installing" | "error";
}
