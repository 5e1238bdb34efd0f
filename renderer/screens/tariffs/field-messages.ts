import type { Remark } from "../../../main/contract/shapes/tariff";
import { phrase } from "../../text/phrase";
import { isPremature, type TariffProblem, type TariffProblems } from "./tariff-problems";

/** What stands by the fields of the editor, by dotted path. */
export interface FieldMessages {
  /** Why the field cannot stay as it is. */
  readonly errorAt: (path: string) => string | undefined;
  /** What may go wrong with it later. */
  readonly warningsAt: (path: string) => readonly string[];
  /** How many messages stand by the fields at or below a path. */
  readonly countUnder: (path: string) => number;
}

interface Sources {
  readonly problems: TariffProblems;
  /** Also what is only missing is said: the form was to be sent. */
  readonly saysMissing: boolean;
  /** Of the program, after a refused save. */
  readonly issues: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
  readonly wordsOf: (problem: TariffProblem) => string;
}

/** Brings together what the editor, the refused save and the check have to say; the nearest to the typing hand wins. */
export function createFieldMessages({ problems, saysMissing, issues, remarks, wordsOf }: Sources): FieldMessages {
  const said = Object.entries(problems).filter(([, problem]) => saysMissing || !isPremature(problem));
  const errors = new Map<string, string>([
    ...remarks.filter((one) => one.severity === "error").map((one) => [one.path, phrase(one.message)] as const),
    ...Object.entries(issues),
    ...said.map(([path, problem]) => [path, wordsOf(problem)] as const),
  ]);
  const warnings = remarks.filter((one) => one.severity === "warning");
  const paths = [...errors.keys(), ...warnings.map(({ path }) => path)];
  return {
    errorAt: (path) => errors.get(path),
    warningsAt: (path) => warnings.filter((one) => one.path === path).map(({ message }) => message),
    countUnder: (path) => paths.filter((one) => one === path || one.startsWith(`${path}.`)).length,
  };
}
