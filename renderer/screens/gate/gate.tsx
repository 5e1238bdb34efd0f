import { useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import type { ConsoleDescription } from "../../../main/contract/shapes/console";
import { useConsole, type ConsoleState } from "../../stores/console-store";
import "./gate.css";
import { hideDesk } from "./hide-desk";
import { LockScreen } from "./lock-screen";
import { NoAnswer } from "./no-answer";
import { SetUpScreen } from "./set-up-screen";
import { SignInScreen } from "./sign-in-screen";

/** Whether somebody's desk is in the window: in use, or put away behind the lock. */
export function hasDesk({ description, isSettingUp }: ConsoleState): boolean {
  if (description?.access === "locked") return true;
  return description?.access === "signed-in" && !isSettingUp;
}

/** What stands before the desk: the set-up, the sign-in, the lock. Nothing while somebody works. */
export function Gate() {
  const description = useConsole((state) => state.description);
  const isSettingUp = useConsole((state) => state.isSettingUp);
  if (!description) return <NoAnswer />;
  const screen = gateScreen(description, isSettingUp);
  if (screen === null) return null;
  return <OverEverything>{screen}</OverEverything>;
}

function gateScreen(description: ConsoleDescription, isSettingUp: boolean): ReactNode {
  switch (description.access) {
    case "locked":
      return <LockScreen operator={description.operator} />;
    case "no-operators":
      return <SetUpScreen />;
    case "signed-out":
      return <SignInScreen />;
    case "signed-in":
      return isSettingUp ? <SetUpScreen /> : null;
  }
}

/** The gate is beside the page's root, so that all of the page, and whatever hangs beside it, can be put away at once. */
function OverEverything({ children }: { readonly children: ReactNode }) {
  const [place] = useState(createPlace);
  useLayoutEffect(() => {
    document.body.append(place);
    const showDesk = hideDesk(place);
    return () => {
      showDesk();
      place.remove();
    };
  }, [place]);
  return createPortal(children, place);
}

function createPlace(): HTMLElement {
  const place = document.createElement("div");
  place.className = "gate";
  return place;
}
