import { spawn } from "node:child_process";

/** True when a window can be shown here. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual display of our own; the X server picks a free number by itself.
 * @param {string} size such as `1280x800`
 * @returns {Promise<{ name: string, stop: () => void }>} `name` belongs into DISPLAY
 */
export function openVirtualDisplay(size = "1920x1200") {
  return new Promise((resolve, reject) => {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const stop = () => {
      server.kill();
    };
    // A display must not outlive the program that opened it, nor keep it from ending.
    process.once("exit", stop);
    server.unref();
    server.once("error", reject);
    server.once("exit", (code) => {
      reject(new Error(`The virtual display ended with code ${String(code)}`));
    });
    const [, , , numberPipe] = server.stdio;
    let announced = "";
    numberPipe.on("data", (chunk) => {
      announced += chunk;
      // The server writes its number piecemeal and ends when nobody listens any more, so the pipe stays open.
      if (!announced.endsWith("\n")) return;
      numberPipe.unref();
      resolve({ name: `:${announced.trim()}`, stop });
    });
  });
}
