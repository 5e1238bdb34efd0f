import { join } from "node:path";
import { pino } from "pino";
import type { Log } from "../ports/host";
import { createLogFile } from "./log-file";
import { redact } from "./redact";

interface LogOptions {
  /** Folder of the profile; lines go to `logs/rackside.log` inside. */
  readonly directory: string;
  readonly maximumBytes?: number;
}

/** Enough to see what led to a failure. */
const recentLines = 300;

/** Structured lines in a file of the profile, one JSON object each, secrets redacted. */
export function createLog({ directory, maximumBytes = 5_000_000 }: LogOptions): Log {
  // A plain synchronous destination: pino's own transports need worker threads, which do not survive bundling.
  const file = createLogFile(join(directory, "logs", "rackside.log"), maximumBytes);
  const logger = pino(
    {
      level: "debug",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: "event",
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  const line =
    (level: "debug" | "info" | "warn" | "error"): Log["info"] =>
    (event, details = {}) => {
      logger[level](redact(details), event);
    };
  return {
    debug: line("debug"),
    info: line("info"),
    warn: line("warn"),
    error: line("error"),
    recent: () => file.recent(recentLines),
  };
}
