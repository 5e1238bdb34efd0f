import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { journalFormatShape } from "../contract/shapes/journal";
import type { JournalFormat } from "../contract/shapes/journal";

export interface Options {
  /** Folder of the profile. */
  readonly directory: string;
  readonly isPractice: boolean;
  readonly operator: string;
  readonly isDrain: boolean;
  /** A file to verify in place of the profile. */
  readonly file: string | undefined;
  readonly format: JournalFormat;
}

export const usage = `Usage:
  rackside call NAME ['JSON'] [--profile DIR | --practice DIR] [--as NAME]   one call; its Result as JSON on standard output
  rackside calls                                                              every call with JSON Schemas of input and output
  rackside courier --drain [--profile DIR] [--as NAME]                        send and print what waits and report
  rackside backup list|make|restore NAME [--profile DIR] [--as NAME]          the profile's backups; restoring keeps the present state as one
  rackside export DIR [--profile DIR]                                         everything as JSON Lines into an empty folder
  rackside import DIR --profile EMPTY                                         an export into a profile that nobody has worked in
  rackside journal verify [--profile DIR | --file FILE]                       whether every entry stands in its chain; names the first broken link
  rackside journal export FILE [--format csv|jsonl] [--profile DIR]           every entry with the chain, into a new file
  rackside simulator NAME --port N                                            a stand-in panel or label printer; without NAME, how

--profile DIR   the profile's folder; without it the one that the window uses
--practice DIR  a practice profile in DIR, with its simulated panels
--as NAME       who is working; without it the name of the system's user

--file FILE     an exported journal
--format F      csv or jsonl; without it jsonl

Exit code: 0 done, 1 a fault or work left over, 2 wrong usage
`;

type Parsed = { readonly words: readonly string[]; readonly options: Options } | { readonly problem: string };

/** Words and options of the command line, or what is wrong with them. */
export function parseArguments(argv: readonly string[]): Parsed {
  const words: string[] = [];
  let directory: string | undefined;
  let isPractice = false;
  let isDrain = false;
  let operator = userInfo().username;
  let file: string | undefined;
  let format: JournalFormat = "jsonl";
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) {
      words.push(word);
      continue;
    }
    if (word === "--drain") {
      isDrain = true;
      continue;
    }
    const value = argv[(index += 1)];
    if (!["--profile", "--practice", "--as", "--file", "--format"].includes(word))
      return { problem: `Unknown option ${word}` };
    if (value === undefined) return { problem: `${word} needs a value` };
    if (word === "--format") {
      const known = journalFormatShape.safeParse(value);
      if (!known.success) return { problem: "--format takes csv or jsonl" };
      format = known.data;
    } else if (word === "--file") file = value;
    else if (word === "--as") operator = value;
    else directory = value;
    isPractice ||= word === "--practice";
  }
  const options = { directory: directory ?? defaultProfileDirectory(), isPractice, operator, isDrain, file, format };
  return { words, options };
}

/** Where the window keeps the site profile: Electron's folder for application data. */
function defaultProfileDirectory(): string {
  const home = process.env["RACKSIDE_HOME"];
  if (home !== undefined && home !== "") return join(home, "profiles", "site");
  const base = {
    win32: process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"),
    darwin: join(homedir(), "Library", "Application Support"),
  }[process.platform as string];
  return join(base ?? process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "Rackside", "profiles", "site");
}
