import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { VaultState } from "../contract/shapes/vault";
import { makeRecoveryCode, readRecoveryCode, recoveryCodeBytes } from "../domain/recovery-code";
import type { Rekeying, SecretVault } from "../ports/host";
import { VaultLocked, WrongSecret } from "../ports/host";
import { keyBytes } from "./vault-cipher";
import { draftOf, readKeyFile, replaceKeyFile, systemDisk } from "./vault-file";
import type { KeyDisk, KeyFile, ScryptCost, StoredKey } from "./vault-file";
import { keyIdOf, openWith, sealWith } from "./vault-ring";
import type { KeyRing } from "./vault-ring";
import {
  openByCode,
  openByItself,
  openByPassphrase,
  retire,
  ringOf,
  sensibleCost,
  wrapByCode,
  wrapKey,
} from "./vault-wraps";
import type { Keychain } from "./vault-wraps";

interface VaultOptions {
  /** Folder of the profile; the key is in `key.json` inside. */
  readonly directory: string;
  /** A practice profile makes itself a key that lies open in its file; a site waits for its set-up. */
  readonly isPractice: boolean;
  /** The desktop's, where there is one that can be trusted. */
  readonly keychain?: Keychain | undefined;
  readonly cost?: ScryptCost;
  readonly disk?: KeyDisk;
  readonly now?: () => number;
}

type State =
  | { readonly is: "none" }
  /** There is a key file, and it cannot be read. */
  | { readonly is: "damaged"; readonly reason: string }
  | { readonly is: "closed"; readonly file: KeyFile; readonly reason: string }
  | { readonly is: "open"; readonly file: KeyFile; readonly ring: KeyRing };

const notSetUp = "This site has no key for its secrets yet. Set the site up first";
const beingReplaced = "The key of this site is being replaced just now. Try again in a moment";

/**
 * The vault of a profile. Nothing of it leaves the disk untouched by half: every change of `key.json` is one rename, so that a crash leaves the key of
 * before or the one after.
 */
export function createVault(options: VaultOptions): SecretVault {
  const { directory, keychain, isPractice, cost = sensibleCost, disk = systemDisk, now = Date.now } = options;
  const path = join(directory, "key.json");
  let state = readState();
  let isRekeying = false;

  function readState(): State {
    try {
      const file = readKeyFile(disk, path);
      return file === undefined ? { is: "none" } : opened(file);
    } catch {
      return { is: "damaged", reason: `The key of this profile cannot be read. Restore ${path} from a copy` };
    }
  }

  function opened(file: KeyFile): State {
    const found = openByItself(file, keychain);
    return "key" in found ? openState(file, found.key) : { is: "closed", file, reason: found.reason };
  }

  function openState(file: KeyFile, key: Buffer): State {
    return { is: "open", file: { ...file, keyId: keyIdOf(key) }, ring: ringOf(key, file.retired) };
  }

  function requireOpen(): Extract<State, { is: "open" }> {
    if (state.is === "none" && isPractice) makePracticeKey();
    if (state.is === "open") return state;
    throw new VaultLocked(state.is === "none" ? notSetUp : state.reason);
  }

  function makePracticeKey(): void {
    const key = randomBytes(keyBytes);
    const wrap = { kind: "key-file", key: key.toString("base64") } as const;
    store({ keyId: keyIdOf(key), madeAt: now(), wrap, recovery: null, retired: [] }, key);
  }

  /** On the disk first, in memory only then. */
  function store(stored: StoredKey, key: Buffer, next: StoredKey | null = null): void {
    const file: KeyFile = { ...stored, version: 2, next };
    replaceKeyFile(disk, path, file);
    state = openState(file, key);
  }

  function requireNoRekeying(): void {
    if (isRekeying) throw new VaultLocked(beingReplaced);
  }

  async function openKey(by: "passphrase" | "recovery-code", text: string, file: KeyFile): Promise<Buffer> {
    if (by === "passphrase") return openByPassphrase(file, text);
    const read = readRecoveryCode(text);
    if (read.is === "mistyped") throw new WrongSecret(read.message);
    return openByCode(file, read.code);
  }

  async function unlock(by: "passphrase" | "recovery-code", text: string): Promise<void> {
    if (state.is === "none" || state.is === "damaged") requireOpen();
    if (state.is !== "open" && state.is !== "closed") return;
    const { file } = state;
    const key = await openKey(by, text, file);
    if (state.is === "closed" && state.file === file) state = openState(file, key);
  }

  /** Whoever sets up a site whose key is protected already has to know what opens it. */
  async function unlockForSetUp(passphrase: string | null): Promise<void> {
    if (state.is !== "closed" || passphrase === null) return;
    const isCode = readRecoveryCode(passphrase).is === "code";
    await unlock(isCode ? "recovery-code" : "passphrase", passphrase);
  }

  /** A key of its own with everything that opens it, and the code. */
  async function makeKey(passphrase: string | null, key: Buffer): Promise<{ stored: StoredKey; recoveryCode: string }> {
    const recoveryCode = makeRecoveryCode(randomBytes(recoveryCodeBytes));
    const wrap = await wrapKey(key, passphrase, { keychain, cost });
    const stored = { keyId: keyIdOf(key), madeAt: now(), wrap, recovery: wrapByCode(key, recoveryCode), retired: [] };
    return { stored, recoveryCode };
  }

  async function setUp(passphrase: string | null): Promise<string> {
    requireNoRekeying();
    await unlockForSetUp(passphrase);
    if (state.is !== "none") requireOpen();
    const present = state.is === "open" ? state : undefined;
    const key = present?.ring.key ?? randomBytes(keyBytes);
    const { stored, recoveryCode } = await makeKey(passphrase, key);
    store({ ...stored, ...(present && { madeAt: present.file.madeAt || now(), retired: present.file.retired }) }, key);
    return recoveryCode;
  }

  async function beginRekeying(passphrase: string | null): Promise<Rekeying> {
    requireNoRekeying();
    if (state.is === "none") return firstKey(await setUp(passphrase));
    const { file, ring } = requireOpen();
    isRekeying = true;
    try {
      const key = randomBytes(keyBytes);
      const { stored, recoveryCode } = await makeKey(passphrase, key);
      const next: StoredKey = { ...stored, retired: retire(ring, file, key) };
      store(file, ring.key, next);
      return rekeying(next, key, recoveryCode);
    } catch (error) {
      isRekeying = false;
      throw error;
    }
  }

  function rekeying(next: StoredKey, key: Buffer, recoveryCode: string): Rekeying {
    const nextRing = ringOf(key, next.retired);
    return {
      keyId: next.keyId,
      recoveryCode,
      reseal: (sealed) => sealWith(nextRing, openWith(nextRing, sealed)),
      finish() {
        isRekeying = false;
        const file: KeyFile = { ...next, version: 2, next: null };
        // What is sealed by now is sealed with it, whatever the disk takes: `settle` puts it right at the next start.
        state = openState(file, key);
        replaceKeyFile(disk, path, file);
      },
      giveUp() {
        isRekeying = false;
        const { file, ring } = requireOpen();
        store(file, ring.key);
      },
    };
  }

  /** A site without a key has nothing to seal anew. */
  function firstKey(recoveryCode: string): Rekeying {
    const { ring } = requireOpen();
    return {
      keyId: ring.id,
      recoveryCode,
      reseal: (sealed) => sealWith(ring, openWith(ring, sealed)),
      finish: () => undefined,
      giveUp: () => undefined,
    };
  }

  /** Puts in order what a crash left, two keys or a half-written file, as far as the disk takes it. */
  function settled(file: KeyFile, keyId: string | null): KeyFile {
    const chosen: KeyFile = { ...(file.next?.keyId === keyId ? file.next : file), version: 2, next: null };
    try {
      disk.remove(draftOf(path));
      if (file.next !== null) replaceKeyFile(disk, path, chosen);
    } catch {
      // A full disk must not keep the program from starting; the next start settles it.
    }
    return chosen;
  }

  return {
    state: () => describe(state, keychain),
    seal: (plain) => sealWith(requireOpen().ring, plain),
    open: (sealed) => openWith(requireOpen().ring, sealed),
    setUp,
    unlock,
    async protect(passphrase) {
      requireNoRekeying();
      const { ring } = requireOpen();
      const wrap = await wrapKey(ring.key, passphrase, { keychain, cost });
      requireNoRekeying();
      store({ ...requireOpen().file, wrap }, ring.key);
    },
    async makeRecoveryCode() {
      requireNoRekeying();
      const { file, ring } = requireOpen();
      const code = makeRecoveryCode(randomBytes(recoveryCodeBytes));
      store({ ...file, recovery: wrapByCode(ring.key, code) }, ring.key);
      return Promise.resolve(code);
    },
    beginRekeying,
    settle(keyId) {
      const before = state;
      state = readState();
      if (state.is === "none" && isPractice) makePracticeKey();
      if (state.is !== "open" && state.is !== "closed") return;
      const file = settled(state.file, keyId);
      state = opened(file);
      // Whoever opened it before the profile was opened anew has opened it still.
      if (state.is === "closed" && before.is === "open" && before.ring.id === file.keyId)
        state = openState(file, before.ring.key);
    },
    keyId() {
      if (state.is === "open") return state.ring.id;
      return state.is === "closed" && state.file.keyId !== "" ? state.file.keyId : null;
    },
  };
}

function describe(state: State, keychain: Keychain | undefined): VaultState {
  const availableBackend = keychain?.backend ?? "";
  if (state.is === "none" || state.is === "damaged") {
    const reason = state.is === "none" ? notSetUp : state.reason;
    const nothing = {
      protection: "none",
      backend: "",
      isOpen: false,
      hasRecoveryCode: false,
      keyMadeAt: null,
    } as const;
    return { ...nothing, availableBackend, reason };
  }
  const { wrap, recovery, madeAt } = state.file;
  return {
    protection: wrap.kind,
    backend: wrap.kind === "os-keychain" ? wrap.backend : "",
    availableBackend,
    isOpen: state.is === "open",
    reason: state.is === "open" ? "" : state.reason,
    hasRecoveryCode: recovery !== null,
    keyMadeAt: madeAt === 0 ? null : madeAt,
  };
}
