import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../main/contract/shapes/label";
import { useRight } from "../hooks/use-right";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";

/** Prints the label of the thing that is looked at. */
export function LabelButton({ subject }: { readonly subject: LabelSubject }) {
  const { t } = useTranslation();
  const mayPrint = useRight("print.start");
  const print = usePrint([subject]);
  useShortcut("printLabel", print, mayPrint);
  if (!mayPrint) return null;
  return (
    <Button variant="default" leftSection={<IconTag size="1.1em" aria-hidden />} onClick={print}>
      {t("labels.label")}
    </Button>
  );
}

interface LabelIconButtonProps {
  readonly subjects: readonly LabelSubject[];
  readonly label: string;
}

/** The same, small, for things that are a part of what is looked at. */
export function LabelIconButton({ subjects, label }: LabelIconButtonProps) {
  const mayPrint = useRight("print.start");
  const print = usePrint(subjects);
  if (!mayPrint) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={print}>
        <IconTag size="1.1em" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function usePrint(subjects: readonly LabelSubject[]): () => void {
  const askToPrint = useConsole((state) => state.askToPrint);
  return () => {
    askToPrint(subjects);
  };
}
