/** The part of Electron's clipboard that is needed here. Electron 25 answers at once, 45 later. */
interface TextClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): unknown;
  clear(): unknown;
}

/** Copied passwords; each stays for a while only. */
export interface SecretClipboard {
  /** Puts a secret on the clipboard and takes it off after so many milliseconds, unless something else is there by then. */
  copy(text: string, clearAfterMs: number): void;
  /** Takes a secret off at once, for a lock or the end of the program. */
  clearNow(): Promise<void>;
}

export function createSecretClipboard(clipboard: TextClipboard): SecretClipboard {
  let copied: { readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const clearNow = async (): Promise<void> => {
    if (copied === null) return;
    const { text, timer } = copied;
    copied = null;
    clearTimeout(timer);
    // What somebody copied since then is theirs.
    if ((await clipboard.readText()) === text) await clipboard.clear();
  };
  return {
    copy(text, clearAfterMs) {
      if (copied !== null) clearTimeout(copied.timer);
      void clipboard.writeText(text);
      copied = { text, timer: setTimeout(() => void clearNow(), clearAfterMs) };
    },
    clearNow,
  };
}
