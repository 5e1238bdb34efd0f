import { Button, Group, Modal, Text, type ModalProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import "./form-dialog.css";

/** A dialog whose fields are gone with it: once something was typed, Escape, the cross and a click beside it ask before they close it. */
export function FormDialog({ onClose, children, ...modal }: ModalProps) {
  const { opened } = modal;
  const [isTyped, setIsTyped] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const typedLast = useRef<Element | null>(null);
  useEffect(() => {
    if (opened) return;
    typedLast.current = null;
    setIsTyped(false);
    setIsAsked(false);
  }, [opened]);
  useEffect(() => {
    if (!isAsked && typedLast.current instanceof HTMLElement) typedLast.current.focus();
  }, [isAsked]);
  const stay = (): void => {
    setIsAsked(false);
  };
  const leave = (): void => {
    typedLast.current = isAsked ? typedLast.current : document.activeElement;
    if (isTyped) setIsAsked(!isAsked);
    else onClose();
  };
  return (
    <Modal {...modal} onClose={leave}>
      <div
        inert={isAsked}
        onChange={() => {
          setIsTyped(true);
        }}
      >
        {children}
      </div>
      {isAsked ? <LeaveQuestion onStay={stay} onLeave={onClose} /> : null}
    </Modal>
  );
}

function LeaveQuestion({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="form-dialog-question" role="alert">
      <Text>{t("parts.leaveQuestion")}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" color="red.9" onClick={onLeave}>
          {t("parts.leaveTyped")}
        </Button>
        <Button autoFocus onClick={onStay}>
          {t("parts.goOnTyping")}
        </Button>
      </Group>
    </div>
  );
}
