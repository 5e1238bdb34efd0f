import { Tooltip } from "@mantine/core";
import { groupDigits, isShort, shortCount } from "./digits";

/** A count of any size, with the whole of it on hover where it is shortened. Nothing where there is none. */
export function ShortCount({ decimal }: { readonly decimal: string | null }) {
  if (decimal === null) return null;
  if (isShort(decimal)) return groupDigits(decimal);
  return (
    <Tooltip label={groupDigits(decimal)}>
      <span>{shortCount(decimal)}</span>
    </Tooltip>
  );
}
