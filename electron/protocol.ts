import { readFile } from "node:fs/promises";
import { protocol } from "electron";
import type { Log } from "../main/ports/host";
import { pageScheme } from "./page-address";
import { findPageFile, pageHeaders } from "./page-files";

/** Makes `app:` a standard, secure scheme. Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built page from `directory`, each file with the content security policy. */
export function servePage(directory: string, log: Log): void {
  protocol.handle(pageScheme, async ({ url }) => {
    const file = findPageFile(directory, url);
    if (file === undefined) {
      log.warn("page file refused", { url });
      return new Response("Not allowed", { status: 403 });
    }
    try {
      return new Response(await readFile(file), { headers: pageHeaders(file) });
    } catch (error) {
      log.error("page file missing", { url, error });
      return new Response("Not found", { status: 404 });
    }
  });
}
