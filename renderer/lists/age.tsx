import { useRelativeWords } from "../parts/relative-time";
import { formatDateTime } from "../text/format";

/** How long ago, with the exact time as the browser shows titles: a list draws too many for tooltips of our own. */
export function Age({ at }: { readonly at: number }) {
  const words = useRelativeWords();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {words(at)}
    </time>
  );
}
