import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";
import "./undo-offer.css";

interface UndoOfferProps {
  readonly said: string;
  readonly onUndo: () => void;
}

/** What was done, and the way back: the button, or the keys for undoing while no text is being typed. */
export function UndoOffer({ said, onUndo }: UndoOfferProps) {
  const { t } = useTranslation();
  const isTyping = useSyncExternalStore(followFocus, isInField);
  useShortcut("undo", onUndo, !isTyping);
  return (
    <span className="undo-offer">
      <span>{said}</span>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowBackUp size="1.1em" aria-hidden />}
        onClick={onUndo}
      >
        {t("parts.undo")}
      </Button>
    </span>
  );
}

function isInField(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable]") ?? false;
}

function followFocus(listener: () => void): () => void {
  document.addEventListener("focusin", listener);
  document.addEventListener("focusout", listener);
  return () => {
    document.removeEventListener("focusin", listener);
    document.removeEventListener("focusout", listener);
  };
}
