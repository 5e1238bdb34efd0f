import { extname, resolve, sep } from "node:path";
import { isOwnPage } from "./page-address";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * What the page may load: its own files. It fetches nothing by itself, since every question goes through the bridge. Style elements may
 * be inline because Mantine writes its theme variables into one; style attributes in markup are refused.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The file behind an address of our page; undefined when the address leads out of `directory` or to a type that the page has no use for. */
export function findPageFile(directory: string, address: string): string | undefined {
  if (!isOwnPage(address)) return undefined;
  const path = decodePath(new URL(address).pathname);
  if (path === undefined || path.includes("\0")) return undefined;
  const file = resolve(directory, `.${path === "/" ? "/index.html" : path}`);
  if (!file.startsWith(directory + sep)) return undefined;
  return contentTypes[extname(file)] === undefined ? undefined : file;
}

/** Headers that go with every file of the page. */
export function pageHeaders(file: string): Readonly<Record<string, string>> {
  return {
    "content-type": contentTypes[extname(file)] ?? "application/octet-stream",
    "content-security-policy": contentPolicy,
    "x-content-type-options": "nosniff",
  };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
