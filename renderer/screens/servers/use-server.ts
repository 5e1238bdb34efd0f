import { useDebouncedValue } from "@mantine/hooks";
import type { CallOutput } from "../../../main/contract/calls";
import type { Fault } from "../../../main/contract/faults";
import { useQuery, type Query } from "../../hooks/use-query";

/** Panels change servers without telling, so a shown server is asked for again. */
const repeatMs = 20_000;
const typingDelayMs = 300;

/** A server's facts as the panel shows them now, or as last seen. `null` asks nothing. */
export function useServer(moduleId: string, serverId: number | null): Query<CallOutput<"server.get">> {
  // The id may still be typed: 1, 10, 101 are three servers.
  const [settledId] = useDebouncedValue(serverId, typingDelayMs);
  const isSettled = settledId !== null && settledId === serverId;
  return useQuery("server.get", isSettled ? { moduleId, serverId: settledId } : null, { repeatMs });
}

/** Whether the panel itself said that it has no such server; out of reach is something else. */
export function isUnknownServer(fault: Fault | null): boolean {
  return fault?.kind === "not-found" || fault?.kind === "remote-refused";
}
