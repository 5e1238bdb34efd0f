import { useNow } from "../hooks/use-now";
import { formatDateTime, formatRelative } from "../text/format";

/** How long ago, with the exact time as the browser shows titles: a list draws too many for tooltips of our own. */
export function Age({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
