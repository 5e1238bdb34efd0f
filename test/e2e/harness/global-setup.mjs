import { build } from "../../../scripts/build.mjs";
import { openVirtualDisplay } from "../../../scripts/display.mjs";
import { provideRuntime } from "../../../scripts/electron-runtime.mjs";
import { launchArguments } from "../../../scripts/launch.mjs";
import { prepare } from "../../../scripts/prepare.mjs";

/**
 * Sees to a built program, an Electron and a virtual display that is large enough for every screenshot.
 * @param {import("vitest/node").TestProject} project
 */
export async function setup(project) {
  await prepare({ hasWindow: true, hasKeychain: true });
  await build();
  const runtime = await provideRuntime();
  const display = process.platform === "linux" ? await openVirtualDisplay("1920x1200") : undefined;
  project.provide("electron", {
    executable: runtime.executable,
    arguments: launchArguments(runtime),
    display: display?.name ?? "",
  });
  return () => display?.stop();
}
