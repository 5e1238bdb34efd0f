import { Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import "./copyable.css";

/** An id, an address or a serial: monospaced, copied with one click. */
export function Copyable({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1_500 });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  const hint = clipboard.copied ? t("parts.copied") : t("parts.copy");
  return (
    <Tooltip label={hint}>
      <button
        type="button"
        className="copyable mono"
        aria-label={`${hint}: ${text}`}
        onClick={(event) => {
          event.stopPropagation();
          clipboard.copy(text);
        }}
      >
        <span className="copyable-text">{label ?? text}</span>
        <Icon className="copyable-icon" size="1em" aria-hidden />
      </button>
    </Tooltip>
  );
}
