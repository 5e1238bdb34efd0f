import { readFile } from "node:fs/promises";
import { protocol } from "electron";
import type { Log } from "../main/ports/host";
import { pageScheme } from "./page-address";
import { findPageFile, pageHeaders } from "./page-files";

/** Makes `app:` a standard, secure scheme. Must run before Electron is ready. */
export function registerPageScheme(): void {
  // Electron 25 does not know `codeCache` and passes it over.
  const privileges = { standard: true, secure: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

interface ServedPage {
  /** The page has got the first of its scripts, and so everything that it draws first with. */
  readonly scriptSent: Promise<void>;
}

/** Serves the built page from `directory`, each file with the content security policy. */
export function servePage(directory: string, log: Log): ServedPage {
  let tellSent: () => void = () => undefined;
  const scriptSent = new Promise<void>((resolve) => {
    tellSent = resolve;
  });
  protocol.handle(pageScheme, async ({ url }) => {
    const file = findPageFile(directory, url);
    if (file === undefined) {
      log.warn("page file refused", { url });
      return new Response("Not allowed", { status: 403 });
    }
    try {
      const content = await readFile(file);
      if (file.endsWith(".js")) setImmediate(tellSent);
      return new Response(content, { headers: pageHeaders(file) });
    } catch (error) {
      log.error("page file missing", { url, error });
      return new Response("Not found", { status: 404 });
    }
  });
  return { scriptSent };
}
