import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findCircle, mapRooms } from "./rooms";
import { readSources, rooms } from "./sources";

test("no rooms need each other in a circle", () => {
  expect(findCircle(mapRooms(readSources()))).toBeUndefined();
});

test("a circle through three rooms is found", () => {
  const sources = [
    { path: "main/app/a.ts", text: 'import { b } from "../courier/b";' },
    { path: "main/courier/b.ts", text: 'import { c } from "../remote/c";' },
    { path: "main/remote/c.ts", text: 'import type { A } from "../app/a";' },
  ];

  expect(findCircle(mapRooms(sources))).toEqual(["main/app", "main/courier", "main/remote", "main/app"]);
});

test("every room has a guide that ends with dated decisions", () => {
  const folders = [
    ...rooms,
    "scripts",
    ...readdirSync("main", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `main/${entry.name}`),
  ];
  const lacking = folders.filter((folder) => {
    const guide = join(folder, "README.md");
    return !existsSync(guide) || !/^## Decisions$[\s\S]*\b\d{4}-\d{2}-\d{2}\b/m.test(readFileSync(guide, "utf8"));
  });

  expect(lacking).toEqual([]);
});
