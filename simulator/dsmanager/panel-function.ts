import type { PanelCall } from "./panel-call";
import { element, type Fields, type XmlNode } from "./xml";
import type { DsmanagerWorld } from "./world";

/** A function of the panel by its default name: a list of rows, or anything else. */
export type PanelFunction = ListFunction | FormFunction;

export interface ListFunction {
  readonly name: string;
  readonly rows: (call: PanelCall, world: DsmanagerWorld) => readonly Fields[];
  /** Answers instead of the list where a call asks for something else by its name. */
  readonly instead?: (call: PanelCall, world: DsmanagerWorld) => readonly XmlNode[] | null;
}

export interface FormFunction {
  readonly name: string;
  readonly answer: (call: PanelCall, world: DsmanagerWorld) => readonly XmlNode[];
}

/** The answer to a change. */
export const done: readonly XmlNode[] = [element("ok")];
