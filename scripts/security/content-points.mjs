import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { verdict } from "./verdict.mjs";

const traversals = ["..%2f..%2fpackage.json", "%2e%2e%2felectron%2fshell.cjs", "assets/..%2f..%2f..%2fpackage.json"];

/** Points about what the window loads, on the running program. */
export const contentPoints = [
  { number: 1, title: "Only secure content is loaded", observe: observeRemoteContent },
  { number: 6, title: "webSecurity is on", observe: observeSameOrigin },
  { number: 7, title: "A content security policy is set", observe: ({ page }) => observePolicy(page) },
  { number: 8, title: "allowRunningInsecureContent is off", observe: observeInsecureContent },
  { number: 18, title: "No file://, a scheme of our own", observe: observeFiles },
];

async function observeRemoteContent({ app, page, witness }) {
  const before = witness.hits();
  await page.evaluate(loadInEveryWay, witness.address);
  const fromPage = witness.hits() - before;
  // As if the content security policy did not exist: the session itself has to refuse.
  const answers = await app.evaluate(
    ({ session }, address) =>
      Promise.all(
        [address, "https://example.com/"].map((one) =>
          session.defaultSession.fetch(one).then(
            () => "loaded",
            (error) => error.message,
          ),
        ),
      ),
    witness.address,
  );
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll("[src],link[href]")]
      .map((element) => element.src ?? element.href)
      .filter((address) => !/^(app:\/\/rackside\/|data:|blob:)/.test(address)),
  );
  return verdict(
    ["image, script, frame, fetch, socket and event stream of the page reached no server", fromPage === 0],
    [
      "the session refuses http and https by itself",
      answers.every((answer) => answer.includes("ERR_BLOCKED_BY_CLIENT")),
    ],
    ["every file of the page comes from app://rackside", foreign.length === 0],
  );
}

async function observeSameOrigin({ app, page }) {
  const isReadable = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.sandbox = "";
        frame.srcdoc = "<p>another origin</p>";
        frame.onload = () => {
          resolve(frame.contentDocument !== null);
          frame.remove();
        };
        document.body.append(frame);
      }),
  );
  const { webSecurity } = await preferencesOf(app, page);
  return verdict(
    ["the page cannot read a frame of another origin", !isReadable],
    ["webSecurity is true", webSecurity === true],
  );
}

/** @param {import("playwright-core").Page} page also of the packed program */
export async function observePolicy(page) {
  const ran = await page.evaluate(
    () =>
      new Promise((resolve) => {
        // In a task of its own: what the debugger evaluates may use eval under any policy.
        setTimeout(() => {
          const attempt = (work) => {
            try {
              return work() === 2;
            } catch {
              return false;
            }
          };
          const script = document.createElement("script");
          script.textContent = "document.documentElement.dataset.inline = 'ran'";
          document.head.append(script);
          const button = document.createElement("button");
          button.setAttribute("onclick", "document.documentElement.dataset.handler = 'ran'");
          button.click();
          const markup = document.createElement("div");
          markup.innerHTML = '<b style="position: fixed"></b>';
          document.body.append(markup);
          const isStyled = window.getComputedStyle(markup.firstElementChild).position === "fixed";
          markup.remove();
          const { inline, handler } = document.documentElement.dataset;
          script.remove();
          delete document.documentElement.dataset.inline;
          delete document.documentElement.dataset.handler;
          resolve({
            inline: inline === "ran",
            handler: handler === "ran",
            styled: isStyled,
            eval: attempt(() => window.eval("1 + 1")),
            constructor: attempt(() => new window.Function("return 1 + 1")()),
          });
        });
      }),
  );
  return verdict(
    ["an inline script does not run", !ran.inline],
    ["nor does an inline handler", !ran.handler],
    ["nor does a style in markup apply", !ran.styled],
    ["eval is refused", !ran.eval],
    ["so is new Function", !ran.constructor],
  );
}

async function observeInsecureContent({ app, page, witness }) {
  const before = witness.hits();
  const isLoaded = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const script = document.createElement("script");
        script.onload = () => resolve(true);
        script.onerror = () => resolve(false);
        script.src = address;
        document.head.append(script);
      }),
    witness.address,
  );
  const { allowRunningInsecureContent } = await preferencesOf(app, page);
  return verdict(
    ["a script over http was not loaded", !isLoaded && witness.hits() === before],
    ["the page is a secure context", await page.evaluate(() => window.isSecureContext)],
    ["allowRunningInsecureContent is not true", allowRunningInsecureContent !== true],
  );
}

async function observeFiles({ app, page }) {
  const disk = await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    return window
      .loadURL("file:///etc/hostname")
      .then(
        () => "shown",
        (error) => error.message,
      )
      .finally(() => window.destroy());
  });
  const picture = path.join(mkdtempSync(path.join(tmpdir(), "rackside-picture-")), "picture.svg");
  writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  const isShown = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const image = new window.Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = address;
      }),
    pathToFileURL(picture).href,
  );
  rmSync(path.dirname(picture), { recursive: true });
  const statuses = await app.evaluate(
    ({ session }, paths) =>
      Promise.all(
        paths.map((path) => session.defaultSession.fetch(`app://rackside/${path}`).then(({ status }) => status)),
      ),
    traversals,
  );
  return verdict(
    [`the page is ${page.url()}`, page.url().startsWith("app://rackside/")],
    ["a window told to show a file of the disk is refused it", disk.includes("ERR_BLOCKED_BY_CLIENT")],
    ["the page shows no file of the disk", !isShown],
    [`${String(statuses.length)} ways out of the page's folder answer 403`, statuses.every((status) => status === 403)],
  );
}

/** The preferences that the page's window was really made with. */
export async function preferencesOf(app, page) {
  const window = await app.browserWindow(page);
  return window.evaluate(({ webContents }) => ({ ...webContents.getLastWebPreferences() }));
}

/** Runs in the page. Resolves when every attempt has ended. */
function loadInEveryWay(address) {
  const ended = (make) =>
    new Promise((resolve) => {
      try {
        const one = make();
        one.onload = one.onerror = one.onopen = one.onclose = resolve;
        if (one.then) one.then(resolve, resolve);
      } catch {
        resolve();
      }
    });
  const put = (tag) => () => {
    const element = document.createElement(tag);
    element.src = address;
    document.body.append(element);
    return element;
  };
  return Promise.all([
    ended(put("img")),
    ended(put("script")),
    ended(put("iframe")),
    ended(() => window.fetch(address)),
    ended(() => new window.WebSocket(address.replace("http", "ws"))),
    ended(() => new window.EventSource(address)),
  ]).then(() => {
    for (const element of document.querySelectorAll(`[src="${address}"]`)) element.remove();
  });
}
