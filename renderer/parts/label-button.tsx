import { Button } from "@mantine/core";
import { IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../main/contract/shapes/label";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";

interface LabelButtonProps {
  readonly subject: LabelSubject;
  /** Small, beside other small things. */
  readonly isCompact?: boolean;
}

/** Prints the label of the thing that is looked at. */
export function LabelButton({ subject, isCompact = false }: LabelButtonProps) {
  const { t } = useTranslation();
  const askToPrint = useConsole((state) => state.askToPrint);
  const print = (): void => {
    askToPrint([subject]);
  };
  useShortcut("printLabel", print);
  return (
    <Button
      variant="default"
      {...(isCompact ? { size: "compact-sm" as const } : {})}
      leftSection={<IconTag size="1.1em" aria-hidden />}
      onClick={print}
    >
      {t("labels.label")}
    </Button>
  );
}
