import { homedir } from "node:os";
import { join } from "node:path";
import { journalFormatShape } from "../contract/shapes/journal";
import type { JournalFormat } from "../contract/shapes/journal";

export interface Options {
  /** Folder of the profile. */
  readonly directory: string;
  readonly isPractice: boolean;
  /** Who signs in; undefined: nobody. */
  readonly operator: string | undefined;
  /** A file with a token in place of an operator. */
  readonly tokenFile: string | undefined;
  readonly isDrain: boolean;
  /** A file to verify in place of the profile. */
  readonly file: string | undefined;
  readonly format: JournalFormat;
}

export const usage = `Usage:
  rackside set-up --as NAME [--profile DIR]                       make the first administrator and protect the secrets
  rackside call NAME ['JSON'] [--profile DIR | --practice DIR]    one call; its Result as JSON on standard output
  rackside calls                                                  every call with JSON Schemas of input and output
  rackside courier --drain [--profile DIR]                        send and print what waits and report
  rackside backup list|make|restore NAME [--profile DIR]          the profile's backups; restoring keeps the present state as one
  rackside export DIR [--profile DIR]                             everything as JSON Lines into an empty folder
  rackside import DIR --profile EMPTY                             an export into a profile that nobody has worked in
  rackside journal verify [--profile DIR | --file FILE]           whether every entry stands in its chain; names the first broken link
  rackside journal export FILE [--format csv|jsonl]               every entry with the chain, into a new file
  rackside simulator NAME --port N                                a stand-in panel or label printer; without NAME, how

--profile DIR      the profile's folder; without it the one that the window uses
--practice DIR     a practice profile in DIR, with its simulated panels; its administrator is signed in, or --as NAME
--as NAME          who signs in. The PIN or passphrase is the first line of standard input and, where a passphrase protects the site's
                   secrets, that one the second; a terminal asks for them and shows nothing. An empty line goes on without the secrets
--token-file FILE  a token in place of an operator: the first line of a file that only its owner may read; the secrets' passphrase the second

--file FILE        an exported journal
--format F         csv or jsonl; without it jsonl

set-up reads the administrator's passphrase and the passphrase of the site's secrets as two lines, and prints the recovery code.

Exit code: 0 done, 1 a fault, a refused sign-in or work left over, 2 wrong usage
`;

type Parsed = { readonly words: readonly string[]; readonly options: Options } | { readonly problem: string };

const taking: ReadonlySet<string> = new Set(["--profile", "--practice", "--as", "--token-file", "--file", "--format"]);

/** Words and options of the command line, or what is wrong with them. */
export function parseArguments(argv: readonly string[]): Parsed {
  const words: string[] = [];
  const given = new Map<string, string>();
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) words.push(word);
    else if (word === "--drain") given.set(word, "");
    else if (!taking.has(word)) return { problem: `Unknown option ${word}` };
    else {
      const value = argv[(index += 1)];
      if (value === undefined) return { problem: `${word} needs a value` };
      given.set(word, value);
    }
  }
  const format = journalFormatShape.safeParse(given.get("--format") ?? "jsonl");
  if (!format.success) return { problem: "--format takes csv or jsonl" };
  if (given.has("--as") && given.has("--token-file"))
    return { problem: "Sign in with --as or with --token-file, not with both" };
  const practice = given.get("--practice");
  const options = {
    directory: practice ?? given.get("--profile") ?? defaultProfileDirectory(),
    isPractice: practice !== undefined,
    operator: given.get("--as"),
    tokenFile: given.get("--token-file"),
    isDrain: given.has("--drain"),
    file: given.get("--file"),
    format: format.data,
  };
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
