import { isOwnPage } from "./page-address";

/** Copying an address or a serial number is all that the page asks of the machine. */
const granted: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

/** True when the page at `address` may use `permission`. Whatever is not named is denied. */
export function isPermissionGranted(permission: string, address: string): boolean {
  return granted.has(permission) && isOwnPage(address);
}
