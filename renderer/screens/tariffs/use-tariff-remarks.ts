import { useDebouncedValue } from "@mantine/hooks";
import type { CallInput } from "../../../main/contract/calls";
import type { Remark, TariffContent } from "../../../main/contract/shapes/tariff";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";

const checkDelayMs = 300;

/** What would not work of a tariff as typed, asked a moment after the last key; undefined until it is known. */
export function useTariffRemarks(id: string | null, content: TariffContent | null): readonly Remark[] | undefined {
  const [settled] = useDebouncedValue(JSON.stringify(content && { id, content }), checkDelayMs);
  const check = useQuery("tariff.check", JSON.parse(settled) as CallInput<"tariff.check"> | null);
  return useLastValue(check.value, id ?? "new");
}
