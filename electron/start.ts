import { join } from "node:path";
import { app } from "electron";
import { createCodeCache } from "./code-cache";
import type * as shell from "./shell";
import { findProfileRoot } from "./start-options";

/** Code is kept once the console has come to rest, so that what the start needs is compiled and in it. */
const keepAfterMs = 15_000;

const root = findProfileRoot(process.argv, process.env);
if (root !== undefined) app.setPath("userData", root);

// All that follows lies in files of its own, so that what was compiled at the last start is there before it runs.
const code = createCodeCache({ folder: __dirname, cacheDirectory: join(app.getPath("userData"), "code-cache") });
const { start } = code.load("./shell.cjs") as typeof shell;
start();
setTimeout(() => void code.keep().catch(() => undefined), keepAfterMs).unref();
