export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  /** Path and query, from the root of the host. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** It may change something. */
  readonly isOrder: boolean;
  /** For the whole exchange: connecting, sending, and reading the answer to its end. */
  readonly deadlineMs: number;
  /** A lower limit than the transport's own. */
  readonly maximumBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Scheme, host and port that a redirect leads to, where it says so. */
  readonly redirectsTo?: string;
  readonly text: string;
}

/** Carries one exchange to one host. Follows no redirect, keeps no cookie, unpacks nothing. Rejects with a RemoteFailure only. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

export interface TransportOptions {
  /** Names the panel in failures. */
  readonly system: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly pinnedFingerprint: string | null;
  readonly connectTimeoutMs: number;
  readonly maximumBytes: number;
}
