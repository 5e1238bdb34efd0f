/** The window's page lives under this scheme and host, and nothing else does. */
export const pageScheme = "app";
export const pageHost = "rackside";
/** As Chromium names it; a custom scheme that is registered as standard has one. */
export const pageOrigin = `${pageScheme}://${pageHost}`;
export const pageAddress = `${pageOrigin}/index.html`;

/** True for addresses of our own page. Compared in parts: a custom scheme has no origin of its own in Node's URL. */
export function isOwnPage(address: string): boolean {
  const url = parseAddress(address);
  return url?.protocol === `${pageScheme}:` && url.host === pageHost && url.username === "" && url.password === "";
}

/** The parsed address, or undefined when it is none. */
export function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
