import { preferencesOf } from "./content-points.mjs";
import { verdict } from "./verdict.mjs";

const elsewhere = ["https://example.com/", "http://127.0.0.1:9/", "app://elsewhere/index.html"];
const untrusted = [
  "http://example.com/",
  "file:///etc/passwd",
  "smb://example.com/share",
  "javascript:alert(1)",
  "https://admin:secret@example.com/",
];

/** Points about other pages, windows, permissions and senders, on the running program. */
export const pagePoints = [
  { number: 5, title: "Permissions are denied", observe: observePermissions },
  { number: 11, title: "No webview, no allowpopups", observe: observeWebview },
  { number: 12, title: "A webview is refused before it is made", observe: observeAttaching },
  { number: 13, title: "Navigation is refused", observe: observeNavigation },
  { number: 14, title: "New windows are refused", observe: observeWindows },
  { number: 15, title: "Nothing untrusted is opened outside", observe: observeOutside },
  { number: 17, title: "The sender of a message is checked", observe: observeSender },
];

async function observePermissions({ page }) {
  const answers = await page.evaluate(async () => {
    const { navigator, Notification } = window;
    const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read"];
    const states = names.map(async (name) => (await navigator.permissions.query({ name })).state);
    const position = new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve("granted"),
        ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? "denied" : "asked"),
      );
    });
    const clipboard = navigator.clipboard.readText().then(
      () => "granted",
      ({ name }) => (name === "NotAllowedError" ? "denied" : name),
    );
    return {
      states: await Promise.all(states),
      asked: [await position, await Notification.requestPermission()],
      clipboard: await clipboard,
    };
  });
  const isDenied = (state) => state === "denied";
  return verdict(
    [
      "position, notification, camera, microphone, MIDI and clipboard are denied when checked",
      answers.states.every(isDenied),
    ],
    ["position and notification are denied when requested", answers.asked.every(isDenied)],
    ["the clipboard cannot be read", isDenied(answers.clipboard)],
  );
}

async function observeWebview({ app, page }) {
  const isElement = await page.evaluate(() => {
    const view = document.createElement("webview");
    view.setAttribute("allowpopups", "");
    view.setAttribute("src", "data:text/html,guest");
    document.body.append(view);
    const hasApi = view.constructor.name !== "HTMLElement" && view.constructor.name !== "HTMLUnknownElement";
    view.remove();
    return hasApi;
  });
  const { webviewTag } = await preferencesOf(app, page);
  return verdict(
    ["the page's webview element with allowpopups is an unknown element", !isElement],
    ["webviewTag is not true", webviewTag !== true],
  );
}

/** In a window that has webviews, unlike the program's own: the refusal must not hang on the preference alone. */
async function observeAttaching({ app, page }) {
  const isRefused = await app.evaluate(
    ({ BrowserWindow }, address) =>
      new Promise((resolve, reject) => {
        const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
        window.webContents.on("will-attach-webview", (event) => {
          resolve(event.defaultPrevented);
          event.preventDefault();
          setImmediate(() => window.destroy());
        });
        const code = `document.body.innerHTML = '<webview src="about:blank" nodeintegration allowpopups></webview>'; 0`;
        window
          .loadURL(address)
          .then(() => window.webContents.executeJavaScript(code))
          .catch(reject);
      }),
    page.url(),
  );
  return verdict(["a webview with nodeintegration was refused before it was made", isRefused]);
}

async function observeNavigation({ app, page }) {
  const own = page.url();
  const window = await app.browserWindow(page);
  const refused = [];
  for (const address of elsewhere) {
    const isRefused = await window.evaluate(
      ({ webContents }, target) =>
        new Promise((resolve) => {
          webContents.once("will-navigate", (event) => {
            resolve(event.defaultPrevented);
            event.preventDefault();
          });
          void webContents.executeJavaScript(`location.href = ${JSON.stringify(target)}; 0`);
        }),
      address,
    );
    refused.push(isRefused);
  }
  return verdict(
    [`leaving for ${elsewhere.join(", ")} was refused`, refused.every(Boolean)],
    ["the window still shows its page", page.url() === own],
  );
}

async function observeWindows({ app, page }) {
  const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const before = await count();
  const opened = await page.evaluate(
    (addresses) => addresses.map((address) => window.open(address)).filter((one) => one !== null).length,
    [...elsewhere, "about:blank", page.url()],
  );
  return verdict(
    ["window.open answered null five times", opened === 0],
    ["there is no second window", (await count()) === before],
  );
}

/** The desktop's question and the browser are stood in for, so that what would happen is seen and does not happen. */
async function observeOutside({ app, page }) {
  const open = (addresses, response) =>
    app.evaluate(
      ({ dialog, shell, BrowserWindow }, given) => {
        const told = { questions: [], opened: [] };
        const { showMessageBox } = dialog;
        const { openExternal } = shell;
        dialog.showMessageBox = async (_, { message }) => {
          told.questions.push(message);
          return { response: given.response };
        };
        shell.openExternal = async (address) => void told.opened.push(address);
        const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === given.own);
        const code = `for (const one of ${JSON.stringify(given.addresses)}) window.open(one); 0`;
        return window.webContents
          .executeJavaScript(code)
          .then(() => new Promise((resolve) => setImmediate(resolve)))
          .then(() => told)
          .finally(() => {
            dialog.showMessageBox = showMessageBox;
            shell.openExternal = openExternal;
          });
      },
      { addresses, response, own: page.url() },
    );
  const refused = await open(untrusted, 0);
  const cancelled = await open(["https://panel.example.com/servers/1"], 1);
  const agreed = await open(["https://panel.example.com/servers/1"], 0);
  return verdict(
    [
      "http, file, smb, javascript and an address with a password were not even asked about",
      refused.questions.length === 0 && refused.opened.length === 0,
    ],
    ["https was asked about with its host", String(cancelled.questions).includes("panel.example.com")],
    ["and opened only after a yes", cancelled.opened.length === 0 && agreed.opened.length === 1],
  );
}

async function observeSender({ app, page }) {
  const ask = "globalThis.rackside ? rackside.call('preference.get', {}).then(JSON.parse) : null";
  const answers = await app.evaluate(
    async ({ BrowserWindow, app: program }, given) => {
      const preload = `${program.getAppPath()}/out/electron/preload.cjs`;
      const window = new BrowserWindow({ show: false, webPreferences: { preload } });
      const asked = [];
      for (const address of [given.own, "data:text/html,<title>foreign</title>"]) {
        await window.loadURL(address);
        asked.push(await window.webContents.executeJavaScript(given.ask));
      }
      window.destroy();
      return asked;
    },
    { ask, own: page.url() },
  );
  const inFrame = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.srcdoc = "<p>frame</p>";
        frame.onload = () => {
          resolve(typeof frame.contentWindow.rackside);
          frame.remove();
        };
        document.body.append(frame);
      }),
  );
  const isRefused = (answer) => answer?.ok === false && answer.fault.rule === "sender";
  return verdict(
    ["another window with our preload script and our page gets not-allowed", isRefused(answers[0])],
    ["so does a foreign page with our preload script", isRefused(answers[1])],
    ["a frame inside the page has no bridge", inFrame === "undefined"],
  );
}
