import { resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { findPageFile, pageHeaders } from "../../electron/page-files";

const directory = resolve("out", "renderer");

test("an address of the page leads to its file", () => {
  expect(findPageFile(directory, "app://rackside/assets/index.js")).toBe(resolve(directory, "assets", "index.js"));
});

test("the bare address leads to the page", () => {
  expect(findPageFile(directory, "app://rackside/")).toBe(resolve(directory, "index.html"));
});

test.each([
  "app://rackside/../electron/shell.js",
  "app://rackside/%2e%2e/electron/shell.js",
  "app://rackside/..%2fsecret.json",
  "app://rackside/assets/..%2f..%2f..%2fpackage.json",
  "app://rackside/..%2frenderer-other%2findex.html",
])("%s does not lead out of the page's folder", (address) => {
  const file = findPageFile(directory, address);

  expect(file === undefined || file.startsWith(directory + sep)).toBe(true);
});

test.each([
  ["another host", "app://elsewhere/index.html"],
  ["another scheme", "file:///index.html"],
  ["a type that the page has no use for", "app://rackside/index.html.map"],
  ["a broken escape", "app://rackside/%E0%A4%A.html"],
  ["a zero byte", "app://rackside/index.html%00.js"],
])("%s is refused", (_, address) => {
  expect(findPageFile(directory, address)).toBeUndefined();
});

test("every file goes out with a policy that allows no foreign and no inline script", () => {
  const policy = pageHeaders("index.html")["content-security-policy"];

  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("style-src-attr 'none'");
});
