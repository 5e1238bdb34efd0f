import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";

/** Tells when a step has stopped that is not on the screen. The status bar goes on saying so. */
export function AttentionToast() {
  const { t } = useTranslation();
  const attention = useConsole((state) => state.links.reduce((sum, link) => sum + link.needsAttention, 0));
  const before = useRef(attention);
  useEffect(() => {
    const hasGrown = attention > before.current;
    before.current = attention;
    if (attention === 0) notifications.hide("attention");
    const { route, open } = useConsole.getState();
    if (!hasGrown || route.screen === "activity" || route.screen === "inbox") return;
    notifications.show({
      id: "attention",
      color: "red",
      icon: <IconAlertTriangle size={18} aria-hidden />,
      title: t("frame.stepStopped"),
      message: t("frame.stepStoppedHint"),
      closeButtonProps: { "aria-label": t("parts.close") },
      onClick: () => {
        notifications.hide("attention");
        open("activity");
      },
    });
  }, [attention, t]);
  return null;
}
