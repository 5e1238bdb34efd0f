import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme/tokens.css";
import { createRoot } from "react-dom/client";
import { Application } from "./application";
import { holdEscapeWhileHidden } from "./screens/gate/hide-desk";
import { useConsole } from "./stores/console-store";
import { followEvents } from "./stores/follow-events";
import { saveBeforeLeaving } from "./stores/save-before-leaving";
import { prepareTexts } from "./text/text";

const root = document.getElementById("root");
if (root) {
  prepareTexts("en");
  holdEscapeWhileHidden();
  followEvents();
  saveBeforeLeaving();
  // Theme and profile are known before the first frame, so that nothing flashes.
  await useConsole.getState().loadSession();
  createRoot(root).render(<Application />);
}
