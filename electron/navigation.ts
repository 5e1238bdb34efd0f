import { isOwnPage, parseAddress } from "./page-address";

/** `outside`: not in this window, but the operator may open it in the browser. */
export type Destination = "own-page" | "outside" | "refused";

/** Where a link may lead. Only plain https addresses leave the window; everything that is not named here is refused. */
export function judgeDestination(address: string): Destination {
  if (isOwnPage(address)) return "own-page";
  const url = parseAddress(address);
  const isPlainWeb = url?.protocol === "https:" && url.username === "" && url.password === "";
  return isPlainWeb ? "outside" : "refused";
}
