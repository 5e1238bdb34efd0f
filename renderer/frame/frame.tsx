import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/empty-state";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useKeyboard } from "../hooks/use-shortcut";
import { screenTable } from "../screens/screen-table";
import { useConsole } from "../stores/console-store";
import { AttentionToast } from "./attention-toast";
import "./frame.css";
import { needsStart } from "./needs-start";
import { FrameShortcuts } from "./frame-shortcuts";
import { PrintDialog } from "../screens/print-dialog/print-dialog";
import { OperatorDialog } from "./operator-dialog";
import { Palette } from "./palette";
import { PracticeRibbon } from "./practice-ribbon";
import { Rail } from "./rail";
import { Scanner } from "./scanner";
import { ScreenBoundary } from "./screen-boundary";
import { ShortcutSheet } from "./shortcut-sheet";
import { StatusBar } from "./status-bar";
import { StoreNoticeBar } from "./store-notice-bar";

/** What stands around every screen: rail, practice ribbon, notice of damage, status bar, palette and sheet. */
export function Frame() {
  useKeyboard();
  const screen = useConsole((state) => state.route.screen);
  const isDescribed = useConsole((state) => state.description !== null);
  const isStart = useConsole(needsStart);
  if (!isDescribed) return <NoAnswer />;
  const shown = isStart ? "start" : screen;
  const Screen = screenTable[shown].component;
  return (
    <div className="frame">
      <PracticeRibbon />
      <StoreNoticeBar />
      <div className="frame-middle">
        <Rail />
        <main className="frame-screen">
          <ScreenBoundary key={shown}>
            <Screen />
          </ScreenBoundary>
        </main>
      </div>
      <StatusBar />
      <FrameShortcuts />
      <AttentionToast />
      <Palette />
      <ShortcutSheet />
      <OperatorDialog />
      <PrintDialog />
      <Scanner />
    </div>
  );
}

function NoAnswer() {
  const { t } = useTranslation();
  const fault = useConsole((state) => state.sessionFault);
  const loadSession = useConsole((state) => state.loadSession);
  return (
    <EmptyState icon={IconPlugConnectedX} title={t("frame.notReachable")} hint={fault?.message ?? ""}>
      <Button variant="default" onClick={() => void loadSession()}>
        {t("frame.tryAgain")}
      </Button>
    </EmptyState>
  );
}
