import { describe, expect, test } from "vitest";
import { readSources } from "./sources";
import { findBreaches } from "./walls";

test("no file goes through a wall", () => {
  const sources = readSources();

  expect(sources.length).toBeGreaterThan(100);
  expect(findBreaches(sources)).toEqual([]);
});

describe("a breach is found when", () => {
  test.each([
    ["the window asks a use case directly", "renderer/screens/a.tsx", 'import { x } from "../../main/app/tasks";'],
    ["the window reads a file", "renderer/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["the window takes a type of the store", "renderer/a.ts", 'type Row = import("../db/rows").Row;'],
    ["a use case knows Electron", "main/app/a.ts", 'import { app } from "electron";'],
    ["the store knows the shell", "db/a.ts", 'export * from "../electron/window";'],
    ["a use case draws", "main/app/a.ts", 'const react = await import("react");'],
    ["the simulator borrows from the client", "simulator/a.ts", 'import { routes } from "../main/remote/routes";'],
    ["a use case starts a simulator", "main/app/a.ts", 'import { start } from "../../simulator/practice-site";'],
    ["a repository names the driver", "db/task-repository.ts", 'const driver = require("sqlite3");'],
    ["a use case writes SQL", "main/app/a.ts", 'import knex from "knex";'],
    ["the menu opens a channel", "electron/menu.ts", 'import { Menu, ipcMain as channel } from "electron";'],
    ["the press asks a use case", "main/labels/a.ts", 'import { x } from "../app/labels";'],
    ["a drawing reads the store", "main/drawings/a.ts", 'import { x } from "../app/racks";'],
    ["the domain touches the machine", "main/domain/a.ts", 'import { hostname } from "node:os";'],
    ["a printer looks into the press", "main/printers/a.ts", 'import { zpl } from "../labels/outputs/zpl";'],
    ["the contract knows a port", "main/contract/a.ts", 'import type { Store } from "../ports/store";'],
  ])("%s", (_, path, text) => {
    expect(findBreaches([{ path, text }])).toHaveLength(1);
  });

  test("and none is found where the door is", () => {
    const sources = [
      { path: "renderer/a.ts", text: 'import type { Task } from "../main/contract/shapes/task";' },
      { path: "db/open.ts", text: 'import sqlite3 from "sqlite3";' },
      { path: "electron/ipc.ts", text: 'import { ipcMain } from "electron";' },
      { path: "main/domain/a.ts", text: 'import { z } from "zod"; import { b } from "./b";' },
    ];

    expect(findBreaches(sources)).toEqual([]);
  });
});
