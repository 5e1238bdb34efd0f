import type { SiteOperation } from "../site/site-document";
import { endOperation } from "./operations";
import type { World } from "./world";

/**
 * Brings the world up to now: operations whose time has come end, PDUs are polled, in the order of their times.
 * Time passes only when somebody looks, so a restarted simulator finishes what it had begun.
 */
export function passTime(world: World): void {
  for (;;) {
    const next = nextToEnd(world);
    const endsAt = next?.endsAt ?? Number.POSITIVE_INFINITY;
    const until = Math.min(world.now(), endsAt);
    pollPdus(world, until);
    if (next === null || endsAt > world.now()) return;
    endOperation(world, next);
  }
}

function nextToEnd(world: World): SiteOperation | null {
  let next: SiteOperation | null = null;
  for (const operation of world.site.operations) {
    if (operation.status !== "running" || operation.endsAt === null) continue;
    if (next === null || operation.endsAt < (next.endsAt ?? 0)) next = operation;
  }
  return next;
}

function pollPdus(world: World, until: number): void {
  const { site, timings } = world;
  const polls = Math.floor((until - site.pdusPolledAt) / timings.pduPollMs);
  if (polls < 1) return;
  site.pdusPolledAt += polls * timings.pduPollMs;
  let isNews = false;
  for (const outlet of site.pdus.flatMap((pdu) => pdu.outlets)) {
    // An outlet that the PDU does not report stays unknown however often it is asked.
    if (outlet.polled === "unknown" || outlet.polled === outlet.relay) continue;
    outlet.polled = outlet.relay;
    isNews = true;
  }
  if (isNews) world.changed();
}
