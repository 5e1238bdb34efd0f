import type { DsmanagerSimulator } from "../../simulator/dsmanager/simulator";

export type Row = Readonly<Record<string, string>>;

/** One answer, taken apart by text alone; a flag is an empty text. */
export interface DsmanagerAnswer {
  readonly text: string;
  readonly rows: readonly Row[];
  /** What stands outside the rows. */
  readonly fields: Row;
  /** The tag of the error, such as `code="3" obj="server"`; null when there is none. */
  readonly error: string | null;
}

export type DsmanagerCall = (func: string, parameters?: Readonly<Record<string, string>>) => Promise<DsmanagerAnswer>;

/** Signs in and answers the function that calls, as any client would over POST. */
export async function openDsmanager(
  simulator: DsmanagerSimulator,
  path = "/manager/dsmgr",
  account = { username: "admin", password: "s3cret" },
): Promise<DsmanagerCall> {
  const signedIn = await send(simulator, path, { func: "auth", ...account });
  const auth = /<auth id="([^"]+)"/.exec(signedIn.text)?.[1] ?? "";
  return (func, parameters = {}) => send(simulator, path, { func, auth, ...parameters });
}

/** One call without a session. */
export async function send(
  simulator: DsmanagerSimulator,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<DsmanagerAnswer> {
  const body = new URLSearchParams({ out: "xml", ...parameters });
  const response = await fetch(`${simulator.url}${path}`, { method: "POST", body });
  if (response.status !== 200) throw new Error(`status ${String(response.status)}`);
  return takeApart(await response.text());
}

/** The row with this id. */
export function rowOf(answer: DsmanagerAnswer, id: number): Row {
  const row = answer.rows.find((one) => one["id"] === String(id));
  if (row === undefined) throw new Error(`No row ${String(id)} in ${answer.text}`);
  return row;
}

/** The values of one column. */
export function column(answer: DsmanagerAnswer, name: string): readonly (string | undefined)[] {
  return answer.rows.map((row) => row[name]);
}

function takeApart(text: string): DsmanagerAnswer {
  const inner = /<doc(?:\/>|>(.*)<\/doc>)$/s.exec(text);
  if (inner === null) throw new Error(`Not a document: ${text}`);
  const content = inner[1] ?? "";
  const rows = [...content.matchAll(/<elem>(.*?)<\/elem>/gs)].map(([, row = ""]) => readFields(row));
  const rest = content.replace(/<elem>.*?<\/elem>/gs, "");
  return { text, rows, fields: readFields(rest), error: /<error ([^>]*?)\/?>/.exec(rest)?.[1] ?? null };
}

function readFields(text: string): Row {
  const found = [...text.matchAll(/<(\w+)(?: [^>]*)?(?:\/>|>(.*?)<\/\1>)/gs)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, unescape(value)]));
}

function unescape(text: string): string {
  const meanings: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return text.replace(/&(\w+);/g, (_, name: string) => meanings[name] ?? "?");
}
