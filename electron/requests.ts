import { isOwnPage, parseAddress } from "./page-address";

/** The development tools load their own page; only a program run from its sources has them. */
const toolsScheme = "devtools:";

/** Whether a session may load an address: our page and what it made itself. Nothing comes from a network or from the disk. */
export function isRequestAllowed(address: string, hasTools: boolean): boolean {
  if (isOwnPage(address) || isOwnBlob(address)) return true;
  const scheme = parseAddress(address)?.protocol;
  return scheme === "data:" || (hasTools && scheme === toolsScheme);
}

/** True for text or pictures that our page made itself, such as a file that it offers for saving. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith("blob:") && isOwnPage(address.slice("blob:".length));
}
