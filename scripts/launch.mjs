/**
 * What to pass to Electron so that it runs this repository's program. The sandbox of Chromium cannot be set up by root.
 * @param {{ appArguments: readonly string[] }} runtime from provideRuntime
 * @param {readonly string[]} [more] arguments for the program itself
 */
export function launchArguments(runtime, more = []) {
  const isRoot = process.platform === "linux" && process.getuid() === 0;
  return [...(isRoot ? ["--no-sandbox"] : []), ...runtime.appArguments, ...more];
}
