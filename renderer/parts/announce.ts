import { notifications } from "@mantine/notifications";
import i18next from "i18next";

/** Tells what became of a command that has no place of its own on the screen. */
export function announce(title: string, message: string, outcome: "done" | "trouble" = "done"): void {
  const isTrouble = outcome === "trouble";
  notifications.show({
    title,
    message,
    color: isTrouble ? "red" : "green.8",
    autoClose: isTrouble ? 12_000 : 6_000,
    closeButtonProps: { "aria-label": i18next.t("parts.close") },
  });
}
