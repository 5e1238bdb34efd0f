import type { IncomingHttpHeaders } from "node:http";

export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** What a panel must tell to be put behind a port: its answers, and how the script of faults spoils them. */
export interface HostedPanel {
  /** A request in, an answer out, the state changed in between. */
  readonly answer: (request: RawRequest) => RawAnswer;
  /** What the request asks for, in one line that rules of faults are tested against; no secrets. */
  readonly describe: (request: RawRequest) => string;
  /** How this kind of panel words an error of its own. */
  readonly errorText: (message: string) => Pick<RawAnswer, "contentType" | "text">;
  /** The beginning of an answer that never ends, so that it does not parse. */
  readonly brokenText: string;
  /** The same answer without some fields, wherever they stand. */
  readonly withoutFields: (answer: RawAnswer, fields: readonly string[]) => RawAnswer;
}
