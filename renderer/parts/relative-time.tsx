import { Tooltip } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNow } from "../hooks/use-now";

/** How long ago or how soon, with the exact time on hover. */
export function RelativeTime({ at }: { readonly at: number }) {
  const words = useRelativeWords();
  return (
    <Tooltip label={exactTime(at)}>
      <time dateTime={new Date(at).toISOString()}>{words(at)}</time>
    </Tooltip>
  );
}

/** The same words for use inside a sentence. */
export function useRelativeWords(): (at: number) => string {
  const { t } = useTranslation();
  const now = useNow();
  return (at) => relativeWords(t, at, now);
}

export function exactTime(at: number): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function relativeWords(t: TFunction, at: number, now: number): string {
  const distanceMs = Math.abs(now - at);
  const isFuture = at > now + 1_000;
  if (distanceMs < 5_000) return t("parts.justNow");
  if (distanceMs < minuteMs) {
    const count = Math.round(distanceMs / 1_000);
    return isFuture ? t("parts.inSeconds", { count }) : t("parts.secondsAgo", { count });
  }
  if (distanceMs < hourMs) {
    const count = Math.floor(distanceMs / minuteMs);
    return isFuture ? t("parts.inMinutes", { count }) : t("parts.minutesAgo", { count });
  }
  if (distanceMs < 2 * dayMs) {
    const count = Math.floor(distanceMs / hourMs);
    return isFuture ? t("parts.inHours", { count }) : t("parts.hoursAgo", { count });
  }
  const count = Math.floor(distanceMs / dayMs);
  return isFuture ? t("parts.inDays", { count }) : t("parts.daysAgo", { count });
}
