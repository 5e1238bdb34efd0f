import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** How long the button says that it has copied. */
const saidMs = 1_500;

/** Copies a text that stands beside it, and says so for a moment. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: saidMs });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size="1.1em" aria-hidden />}
      onClick={() => {
        clipboard.copy(text);
      }}
    >
      {t(clipboard.copied ? "parts.copied" : "parts.copy")}
    </Button>
  );
}
