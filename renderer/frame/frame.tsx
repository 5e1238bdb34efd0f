import { Suspense } from "react";
import { useKeyboard } from "../hooks/use-shortcut";
import { screenTable } from "../screens/screen-table";
import { useConsole } from "../stores/console-store";
import { AttentionToast } from "./attention-toast";
import "./frame.css";
import { needsStart } from "./needs-start";
import { FrameCommands } from "./frame-commands";
import { PrintDialog } from "../screens/print-dialog/print-dialog";
import { Palette } from "./palette";
import { PracticeRibbon } from "./practice-ribbon";
import { Rail } from "./rail";
import { Scanner } from "./scanner";
import { ScreenBoundary } from "./screen-boundary";
import { SearchBox } from "./search-box";
import { SkipLink } from "./skip-link";
import { ShortcutSheet } from "./shortcut-sheet";
import { StatusBar } from "./status-bar";
import { StoreNoticeBar } from "./store-notice-bar";
import { useIdleLock } from "./use-idle-lock";
import { useKeptFocus } from "./use-kept-focus";
import { VaultNoticeBar } from "./vault-notice-bar";

/** What stands around every screen: rail, practice ribbon, notices, status bar, palette and sheet. */
export function Frame() {
  useKeyboard();
  useIdleLock();
  useKeptFocus();
  const screen = useConsole((state) => state.route.screen);
  const isStart = useConsole(needsStart);
  const shown = isStart ? "start" : screen;
  const Screen = screenTable[shown].component;
  return (
    <div className="frame">
      <SkipLink />
      <PracticeRibbon />
      <StoreNoticeBar />
      <VaultNoticeBar />
      <div className="frame-middle">
        <Rail />
        <main className="frame-screen" tabIndex={-1}>
          <ScreenBoundary key={shown}>
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
      <StatusBar />
      <FrameCommands />
      <AttentionToast />
      <Palette />
      <SearchBox />
      <ShortcutSheet />
      <PrintDialog />
      <Scanner />
    </div>
  );
}
