import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./theme/tokens.css";
import { createRoot } from "react-dom/client";
import { Application, frame } from "./application";
import { prepareInIdleTime } from "./prepare-in-idle-time";
import { holdEscapeWhileHidden } from "./screens/gate/hide-desk";
import { prepareOffers } from "./screens/gate/use-offers";
import { screenTable } from "./screens/screen-table";
import { useConsole } from "./stores/console-store";
import { followEvents } from "./stores/follow-events";
import { followLanguage } from "./stores/follow-language";
import { saveBeforeLeaving } from "./stores/save-before-leaving";
import { loadTexts, prepareTexts } from "./text/text";

const root = document.getElementById("root");
if (root) {
  holdEscapeWhileHidden();
  followEvents();
  saveBeforeLeaving();
  // Theme, language and profile are known before the first frame, so that nothing flashes.
  await useConsole.getState().loadSession();
  const { description, preferences } = useConsole.getState();
  const { language } = preferences;
  const isGateNext = description?.access === "signed-out";
  const [texts] = await Promise.all([loadTexts(language), isGateNext ? prepareOffers() : frame.prepare()]);
  prepareTexts(language, texts);
  followLanguage();
  createRoot(root).render(<Application />);
  prepareInIdleTime([frame, screenTable.queue, ...Object.values(screenTable)]);
}
