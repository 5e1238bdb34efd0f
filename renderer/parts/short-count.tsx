import { Tooltip } from "@mantine/core";
import { formatNumber } from "../text/format";
import { isShort, shortCount } from "./digits";

/** A count of any size, with the whole of it on hover where it is shortened. Nothing where there is none. */
export function ShortCount({ decimal }: { readonly decimal: string | null }) {
  if (decimal === null) return null;
  if (isShort(decimal)) return formatNumber(decimal);
  return (
    <Tooltip label={formatNumber(decimal)}>
      <span>{shortCount(decimal)}</span>
    </Tooltip>
  );
}
