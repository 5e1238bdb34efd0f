import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSecretClipboard } from "../../electron/secret-clipboard";

/** A clipboard that answers at once, as Electron 25 has it, or later, as 45 has it. */
function createClipboard(isLater: boolean) {
  const state = { text: "" };
  return {
    state,
    readText: () => (isLater ? Promise.resolve(state.text) : state.text),
    writeText: (text: string) => {
      state.text = text;
    },
    clear: () => {
      state.text = "";
    },
  };
}

describe.each([
  ["at once", false],
  ["later", true],
])("a copied password, on a clipboard that answers %s", (_, isLater) => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is taken off the clipboard after its time, and not before", async () => {
    const clipboard = createClipboard(isLater);
    createSecretClipboard(clipboard).copy("hunter2", 30_000);

    await vi.advanceTimersByTimeAsync(29_999);
    expect(clipboard.state.text).toBe("hunter2");
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.state.text).toBe("");
  });

  test("leaves alone what was copied after it", async () => {
    const clipboard = createClipboard(isLater);
    createSecretClipboard(clipboard).copy("hunter2", 30_000);
    clipboard.writeText("a serial number");

    await vi.advanceTimersByTimeAsync(30_000);

    expect(clipboard.state.text).toBe("a serial number");
  });

  test("has its own time when another was copied before", async () => {
    const clipboard = createClipboard(isLater);
    const secrets = createSecretClipboard(clipboard);
    secrets.copy("first", 30_000);
    await vi.advanceTimersByTimeAsync(20_000);
    secrets.copy("second", 30_000);

    await vi.advanceTimersByTimeAsync(20_000);

    expect(clipboard.state.text).toBe("second");
  });

  test("goes at once when the console is locked or ends", async () => {
    const clipboard = createClipboard(isLater);
    const secrets = createSecretClipboard(clipboard);
    secrets.copy("hunter2", 30_000);

    await secrets.clearNow();

    expect(clipboard.state.text).toBe("");
  });
});
