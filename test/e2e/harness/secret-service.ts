import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished, vi } from "vitest";

/** What a console is launched with so that it finds a desktop's keychain. */
export interface Desktop {
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** A desktop without a keychain: Chromium would keep secrets under a key that is the same everywhere. */
export const bareDesktop: Desktop = { env: {}, args: ["--password-store=basic"] };

/**
 * A desktop of its own with an unlocked Secret Service (GNOME's keyring) on a private D-Bus session, ended and forgotten with the test. Two of them are
 * two accounts: neither has the other's keys.
 */
export async function openDesktop(): Promise<Desktop> {
  const home = await mkdtemp(join(tmpdir(), "rackside-desktop-"));
  const folders = { HOME: home, XDG_DATA_HOME: join(home, "data"), XDG_RUNTIME_DIR: join(home, "run") };
  await mkdir(folders.XDG_RUNTIME_DIR, { mode: 0o700 });
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address=1", `--address=unix:dir=${home}`], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...folders },
  });
  onTestFinished(async () => {
    await end(bus);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
  const [address] = (await once(createInterface(bus.stdout), "line")) as [string];
  const session = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: "GNOME" };
  const keyring = spawn("gnome-keyring-daemon", ["--foreground", "--unlock", "--components=secrets"], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, ...folders, ...session },
  });
  onTestFinished(() => end(keyring));
  keyring.stdin.end("the account's own password");
  await vi.waitFor(() => requireService({ ...process.env, ...session }), { timeout: 20_000, interval: 200 });
  return { env: session, args: ["--password-store=gnome-libsecret"] };
}

async function requireService(env: NodeJS.ProcessEnv): Promise<void> {
  const bus = ["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"];
  const question = ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"];
  const asking = spawn("dbus-send", [...bus, ...question], { stdio: ["ignore", "pipe", "ignore"], env });
  const [answer] = (await once(createInterface(asking.stdout), "line")) as [string];
  if (!answer.includes("true")) throw new Error("The Secret Service is not there yet");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
