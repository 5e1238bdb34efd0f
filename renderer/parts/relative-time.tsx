import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNow } from "../hooks/use-now";
import { formatDateTime, formatRelative } from "../text/format";

/** How long ago or how soon, with the exact time on hover. */
export function RelativeTime({ at }: { readonly at: number }) {
  const words = useRelativeWords();
  return (
    <Tooltip label={formatDateTime(at)}>
      <time dateTime={new Date(at).toISOString()}>{words(at)}</time>
    </Tooltip>
  );
}

/** The same words for use inside a sentence. */
export function useRelativeWords(): (at: number) => string {
  // Draws again when the language changes.
  useTranslation();
  const now = useNow();
  return (at) => formatRelative(at, now);
}
