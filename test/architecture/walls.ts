import { listImports } from "./sources";
import type { Import, Source } from "./sources";

interface Wall {
  readonly rule: string;
  /** Does the wall stand around this file? */
  readonly isAround: (path: string) => boolean;
  readonly isBroken: (entry: Import) => boolean;
}

const isIn = (...folders: readonly string[]) => {
  return (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
};
const isPackage = (...names: readonly string[]) => {
  return ({ target }: Import): boolean => names.some((name) => target === name || target.startsWith(`${name}/`));
};
const except = (isAround: (path: string) => boolean, ...doors: readonly string[]) => {
  return (path: string): boolean => isAround(path) && !doors.includes(path);
};

/** The walls between the rooms. eslint.config.js names the door to whoever runs into one; this list sees to it that none is taken down. */
export const walls: readonly Wall[] = [
  {
    rule: "renderer imports nothing of the program but main/contract",
    isAround: isIn("renderer"),
    isBroken: ({ target }) => isIn("main", "db", "electron", "simulator")(target) && !isIn("main/contract")(target),
  },
  {
    rule: "renderer imports neither Node nor Electron",
    isAround: isIn("renderer"),
    isBroken: (entry) => entry.target.startsWith("node:") || isPackage("electron", "knex", "sqlite3")(entry),
  },
  {
    rule: "main and db import neither Electron nor React",
    isAround: isIn("main", "db", "simulator"),
    isBroken: (entry) =>
      isPackage("electron", "electron-store", "react", "react-dom")(entry) ||
      isIn("electron", "renderer")(entry.target),
  },
  {
    rule: "simulator and program are written independently",
    isAround: isIn("simulator"),
    isBroken: ({ target }) => isIn("main", "db", "electron", "renderer")(target),
  },
  {
    rule: "only the profile, the command line and the shell start simulators",
    isAround: except(isIn("main", "db"), "main/profile/open-profile.ts", "main/cli/command.ts"),
    isBroken: ({ target }) => isIn("simulator")(target),
  },
  {
    rule: "only db/open.ts names the driver",
    isAround: except(isIn("main", "db", "electron", "renderer", "simulator"), "db/open.ts"),
    isBroken: isPackage("sqlite3"),
  },
  {
    rule: "only db knows knex",
    isAround: isIn("main", "electron", "renderer", "simulator"),
    isBroken: isPackage("knex"),
  },
  {
    rule: "only electron/ipc.ts and electron/preload.ts touch ipc",
    isAround: except(isIn("electron"), "electron/ipc.ts", "electron/preload.ts"),
    isBroken: ({ target, names }) =>
      target === "electron" && names.some((name) => name === "ipcMain" || name === "ipcRenderer" || name === "*"),
  },
  {
    rule: "labels import only contract, domain and ports",
    isAround: isIn("main/labels"),
    isBroken: ({ target }) =>
      isIn("main", "db", "simulator")(target) &&
      !isIn("main/labels", "main/contract", "main/domain", "main/ports")(target),
  },
  {
    rule: "drawings import only contract, domain, ports and the type of labels",
    isAround: isIn("main/drawings"),
    isBroken: ({ target }) =>
      isIn("main", "db", "simulator")(target) &&
      !isIn("main/drawings", "main/labels", "main/contract", "main/domain", "main/ports")(target),
  },
  {
    rule: "printers know only the contract and the ports",
    isAround: isIn("main/printers"),
    isBroken: ({ target }) =>
      isIn("main", "db")(target) && !isIn("main/printers", "main/contract", "main/ports")(target),
  },
  {
    rule: "domain and contract are pure",
    isAround: isIn("main/domain", "main/contract"),
    isBroken: ({ target }) =>
      target.startsWith("node:") || (isIn("main", "db")(target) && !isIn("main/domain", "main/contract")(target)),
  },
];

/** One line for each import that goes through a wall. */
export function findBreaches(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const around = walls.filter((wall) => wall.isAround(source.path));
    return listImports(source).flatMap((entry) =>
      around.filter((wall) => wall.isBroken(entry)).map((wall) => `${source.path} → ${entry.target}: ${wall.rule}`),
    );
  });
}
