import { useState } from "react";

/** The last known value stays while the next one is on its way, so that nothing jumps; another scope begins anew. */
export function useLastValue<Value>(value: Value | undefined, scope: string): Value | undefined {
  const [last, setLast] = useState<{ readonly value: Value; readonly scope: string } | null>(null);
  if (value !== undefined && (last?.value !== value || last.scope !== scope)) setLast({ value, scope });
  if (value !== undefined) return value;
  return last?.scope === scope ? last.value : undefined;
}
