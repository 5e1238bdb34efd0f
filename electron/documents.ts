import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { app, shell } from "electron";

/** Folders of documents that were opened; what the viewer still shows stays until the program ends. */
const folders: string[] = [];

/** Opens a PDF in the system's own viewer, to be printed from there. Throws with the system's words when there is none. */
export async function openDocument(name: string, bytes: Uint8Array): Promise<void> {
  // Opening runs whatever the system has for the ending, so only the one that Rackside makes is opened.
  if (!name.endsWith(".pdf")) throw new Error("Only PDF is opened");
  const folder = await mkdtemp(join(app.getPath("temp"), "rackside-"));
  folders.push(folder);
  const file = join(folder, basename(name));
  await writeFile(file, bytes, { mode: 0o600 });
  const trouble = await shell.openPath(file);
  if (trouble !== "") throw new Error(trouble);
}

/** Labels name customers' equipment: no copy is left behind. */
export async function removeDocuments(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}
