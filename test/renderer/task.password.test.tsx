import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { StoredPassword } from "../../renderer/screens/task/stored-password";
import { revealedMs } from "../../renderer/screens/task/use-revealed-password";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildDescription } from "./records";
import { show } from "./show";

const planted = "planted-card-password";

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(document, "visibilityState");
  cleanup();
});

function showPassword(answers: FakeAnswers = {}) {
  const bridge = installFakeBridge({
    "card.reveal": () => done({ password: planted }),
    "card.copy-password": () => done({ clearsAfterMs: 30_000 }),
    ...answers,
  });
  show(<StoredPassword taskId="task-1" />);
  return bridge;
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

async function reveal(): Promise<void> {
  press("Reveal");
  await screen.findByText(planted);
  // What is drawn has its effects a moment later, such as the timer that hides it.
  await act(() => Promise.resolve());
}

function isShown(): boolean {
  return document.body.textContent.includes(planted);
}

describe("the stored password", () => {
  test("is masked until it is revealed, and asked for only then", async () => {
    const bridge = showPassword();
    expect(bridge.inputsOf("card.reveal")).toEqual([]);
    await reveal();
    press("Hide");
    expect(isShown()).toBe(false);
    expect(bridge.inputsOf("card.reveal")).toEqual([{ taskId: "task-1" }]);
  });

  test("hides itself after half a minute", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    showPassword();
    await reveal();
    act(() => {
      vi.advanceTimersByTime(revealedMs);
    });
    expect(isShown()).toBe(false);
  });

  test("hides when the window goes out of sight", async () => {
    showPassword();
    await reveal();
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
    fireEvent(document, new Event("visibilitychange"));
    expect(isShown()).toBe(false);
  });

  test("hides when the console is locked, also when the answer comes after the lock", async () => {
    let answer: () => void = () => undefined;
    showPassword({
      "card.reveal": () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(done({ password: planted }));
          };
        }),
    });
    press("Reveal");
    act(() => {
      useConsole.setState({ description: buildDescription({ access: "locked" }) });
    });
    await act(async () => {
      answer();
      await Promise.resolve();
    });
    expect(isShown()).toBe(false);
  });

  test("is copied past the page, which says when the clipboard is cleared", async () => {
    const bridge = showPassword();
    press("Copy");
    expect(await screen.findByText("Copied. The clipboard is cleared after 30 s")).toBeTruthy();
    expect(bridge.inputsOf("card.reveal")).toEqual([]);
    expect(isShown()).toBe(false);
  });

  test("says why it cannot be read", async () => {
    showPassword({ "card.reveal": () => failed({ kind: "locked", message: "They need the passphrase of the site" }) });
    press("Reveal");
    expect(await screen.findByText("They need the passphrase of the site")).toBeTruthy();
  });

  test("is not offered to an auditor", async () => {
    showPassword();
    act(() => {
      useConsole.setState({ description: buildDescription({ role: "auditor" }) });
    });
    await waitFor(() => {
      expect(screen.queryByRole("button")).toBeNull();
    });
    expect(screen.getByText("A password is stored")).toBeTruthy();
  });
});
