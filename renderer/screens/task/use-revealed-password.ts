import { useEffect, useRef, useState } from "react";
import type { Fault } from "../../../main/contract/faults";
import { useCommand } from "../../hooks/use-command";
import { useConsole } from "../../stores/console-store";

/** How long a password stays readable. */
export const revealedMs = 30_000;

export interface RevealedPassword {
  /** Null while it is not shown: the page does not have it then. */
  readonly text: string | null;
  readonly isRunning: boolean;
  readonly fault: Fault | null;
  readonly show: () => Promise<void>;
  readonly hide: () => void;
}

/** The password of a card for a moment: it goes again by itself, when the window is out of sight, when the console is locked and with the task. */
export function useRevealedPassword(taskId: string): RevealedPassword {
  const reveal = useCommand("card.reveal");
  const isSignedIn = useConsole((state) => state.description?.access === "signed-in");
  const [text, setText] = useState<string | null>(null);
  /** Rises with every hiding, so that an answer that comes after one is dropped. */
  const hidings = useRef(0);
  const hide = (): void => {
    hidings.current += 1;
    setText(null);
  };

  useEffect(() => {
    const whenHidden = (): void => {
      if (document.visibilityState === "hidden") hide();
    };
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      document.removeEventListener("visibilitychange", whenHidden);
      hide();
    };
  }, [taskId, isSignedIn]);

  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(hide, revealedMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);

  const show = async (): Promise<void> => {
    const before = hidings.current;
    const result = await reveal.run({ taskId });
    if (result.ok && hidings.current === before) setText(result.value.password);
  };
  return { text, isRunning: reveal.isRunning, fault: reveal.fault, show, hide };
}
