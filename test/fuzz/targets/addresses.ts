import { sep } from "node:path";
import { judgeDestination } from "../../../electron/navigation";
import { findPageFile, pageHeaders } from "../../../electron/page-files";
import { isRequestAllowed } from "../../../electron/requests";
import { isTrustedSender } from "../../../electron/sender";
import { rangeSize } from "../../../main/domain/address-range";
import type { Random } from "../../../simulator/site/random";
import { mutateText } from "../mutate";
import { pureTarget } from "../target";

const webCorpus = [
  "app://rackside/index.html",
  "app://rackside/assets/index-a1.js",
  "app://rackside/..%2f..%2fetc/passwd",
  "blob:app://rackside/6c1f",
  "https://panel.example.com/servers/1",
  "https://[2001:db8::1]:8443/",
  "data:text/html,x",
  "file:///etc/passwd",
] as const;
const webGrammar = [
  "://",
  "/",
  "\\",
  "@",
  ":",
  "%2e%2e",
  "%00",
  "..",
  "#",
  "?",
  "app:",
  "blob:",
  "https:",
  "rackside",
] as const;
const rangeCorpus = ["10.0.0.1-10.0.0.254", "2001:db8::/64", "::ffff:10.0.0.1", "192.0.2.0/24", "fe80::1"] as const;
const rangeGrammar = [":", "::", ".", "/", "-", "0", "255", "ffff", "%eth0"] as const;
const pageDirectory = "/opt/rackside/out/renderer";

/** Addresses that the window is asked to load, to open, or to believe as a sender. */
export const windowAddresses = pureTarget("window addresses", 6, make(webCorpus, webGrammar), (address) => {
  const origin = originOf(address);
  const isOurs = origin === "app://rackside";
  if (isTrustedSender({ isOurWindow: true, frame: { url: address, origin, parent: null } }) && !isOurs)
    throw new Error("A foreign sender is believed");
  if (judgeDestination(address) === "outside" && !isPlainWeb(address)) throw new Error("More than https leads outside");
  const mayLoad = isRequestAllowed(address, false);
  if (mayLoad && !isOurs && !/^\s*(blob:app:\/\/rackside|data:)/iu.test(address.replace(/[\t\r\n]/gu, "")))
    throw new Error("A foreign address is loaded");
  const file = findPageFile(pageDirectory, address);
  if (file === undefined) return [];
  if (!file.startsWith(pageDirectory + sep) || file.includes("\0"))
    throw new Error("A file outside of the page is given");
  return Object.values(pageHeaders(file));
});

/** Ranges of addresses as panels write them. */
export const addressRanges = pureTarget("address ranges", 3, make(rangeCorpus, rangeGrammar), (text) => {
  const size = rangeSize(text);
  if (size !== null && (size < 1n || size > 1n << 128n)) throw new Error(`A range of ${String(size)} addresses`);
  return [];
});

function make(
  corpus: readonly [string, ...string[]],
  grammar: readonly [string, ...string[]],
): (random: Random) => string {
  return (random) => mutateText(random, random.pick(corpus), grammar);
}

/** As Chromium names it, from the parts that both understand alike. */
function originOf(address: string): string {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return "null";
  }
}

function isPlainWeb(address: string): boolean {
  const { protocol, username, password } = new URL(address);
  return protocol === "https:" && username === "" && password === "";
}
