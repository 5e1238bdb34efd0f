import { describe, expect, test } from "vitest";
import { judgeDestination } from "../../electron/navigation";
import { isPermissionGranted } from "../../electron/permissions";
import { isOwnBlob, isRequestAllowed } from "../../electron/requests";
import { isTrustedSender } from "../../electron/sender";

const page = "app://rackside/index.html";

describe("a link", () => {
  test.each([
    ["to the page itself stays in the window", page, "own-page"],
    ["to a web page may leave for the browser", "https://dci.example.com/servers/12", "outside"],
    ["to a web page without TLS is refused", "http://dci.example.com/", "refused"],
    ["with credentials in it is refused", "https://admin:secret@dci.example.com/", "refused"],
    ["to a file is refused", "file:///etc/passwd", "refused"],
    ["with a script in it is refused", "javascript:alert(1)", "refused"],
    ["to another host of our scheme is refused", "app://elsewhere/index.html", "refused"],
    ["to a host that only begins like ours is refused", "app://rackside.example/", "refused"],
    ["with credentials before our host is refused", "app://rackside@elsewhere/", "refused"],
    ["that is no address is refused", "not an address", "refused"],
  ])("%s", (_, address, destination) => {
    expect(judgeDestination(address)).toBe(destination);
  });
});

describe("a permission", () => {
  test("to copy is granted to our page", () => {
    expect(isPermissionGranted("clipboard-sanitized-write", page)).toBe(true);
  });

  test("to copy is denied to any other page", () => {
    expect(isPermissionGranted("clipboard-sanitized-write", "https://example.com/")).toBe(false);
  });

  test.each(["clipboard-read", "media", "geolocation", "notifications", "openExternal", "hid", "something new"])(
    "for %s is denied to everybody",
    (permission) => {
      expect(isPermissionGranted(permission, page)).toBe(false);
    },
  );
});

describe("a question over the bridge", () => {
  const origin = "app://rackside";
  const mainFrame = { url: page, origin, parent: null };

  test("is heard from the main frame of our window", () => {
    expect(isTrustedSender({ isOurWindow: true, frame: mainFrame })).toBe(true);
  });

  test.each([
    ["other contents than our window", { isOurWindow: false, frame: mainFrame }],
    ["a frame inside the page", { isOurWindow: true, frame: { url: page, origin, parent: mainFrame } }],
    ["another page in our window", { isOurWindow: true, frame: { url: "https://example.com/", origin, parent: null } }],
    ["our page without its origin", { isOurWindow: true, frame: { url: page, origin: "null", parent: null } }],
    ["a frame that is gone", { isOurWindow: true, frame: null }],
  ])("is refused from %s", (_, sender) => {
    expect(isTrustedSender(sender)).toBe(false);
  });
});

describe("a request", () => {
  test.each([
    ["for the page", page],
    ["for a text that the page made", "blob:app://rackside/6f1d"],
    ["for a picture written into the page", "data:image/png;base64,AAAA"],
  ])("%s is let through", (_, address) => {
    expect(isRequestAllowed(address, false)).toBe(true);
  });

  test.each([
    ["for the network", "https://example.com/"],
    ["for the network without TLS", "http://127.0.0.1:8080/"],
    ["for a socket", "wss://example.com/"],
    ["for the disk", "file:///etc/passwd"],
    ["for another host of our scheme", "app://elsewhere/index.html"],
    ["for another page's text", "blob:https://example.com/6f1d"],
    ["for the development tools", "devtools://devtools/bundled/inspector.html"],
    ["that is no address", "not an address"],
  ])("%s is refused", (_, address) => {
    expect(isRequestAllowed(address, false)).toBe(false);
  });

  test("for the development tools is let through while developing", () => {
    expect(isRequestAllowed("devtools://devtools/bundled/inspector.html", true)).toBe(true);
  });
});

test("only a text that our page made may be downloaded", () => {
  expect(isOwnBlob("blob:app://rackside/6f1d")).toBe(true);
  expect(isOwnBlob("blob:https://example.com/6f1d")).toBe(false);
  expect(isOwnBlob("app://rackside/index.html")).toBe(false);
  expect(isOwnBlob("data:text/plain,x")).toBe(false);
});
