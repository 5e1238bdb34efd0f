import { describe, expect, it } from "vitest";
import { nextLinkStatus } from "../../main/courier/links";
import type { LinkStatus } from "../../main/courier/links";
import { RemoteFailure } from "../../main/ports/failure";

const up: LinkStatus = { state: "up", since: 0, lastSuccessAt: 0, nextProbeAt: 60_000, reason: "", failures: 0 };
const down = new RemoteFailure("not-sent", "dc-1", "Connection refused");

describe("a link", () => {
  it("that fails is probed again after a second, then ever later, at most a minute", () => {
    let status = nextLinkStatus(up, down, 1_000);
    let lastAt = 1_000;
    const delays: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const now = status.nextProbeAt ?? 0;
      delays.push(now - lastAt);
      lastAt = now;
      status = nextLinkStatus(status, down, now);
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it("is not probed later because many callers fail on the same outage", () => {
    const first = nextLinkStatus(up, down, 1_000);
    const tenth = Array.from({ length: 9 }).reduce<LinkStatus>((status) => nextLinkStatus(status, down, 1_200), first);
    expect(tenth.nextProbeAt).toBe(2_000);
    expect(tenth.since).toBe(1_000);
  });

  it("is up again with the first answer, a refusal included", () => {
    const broken = nextLinkStatus(up, down, 1_000);
    for (const answer of [null, new RemoteFailure("refused", "dc-1", "No such server")]) {
      expect(nextLinkStatus(broken, answer, 5_000)).toEqual({
        state: "up",
        since: 5_000,
        lastSuccessAt: 5_000,
        nextProbeAt: 65_000,
        reason: "",
        failures: 0,
      });
    }
  });

  it("waits five minutes before it tries a refused sign-in again", () => {
    const status = nextLinkStatus(up, new RemoteFailure("unauthenticated", "dc-1", "Wrong password"), 1_000);
    expect(status).toMatchObject({ state: "needs-sign-in", nextProbeAt: 301_000, reason: "Wrong password" });
  });

  it("says nothing about an error of Rackside's own", () => {
    expect(nextLinkStatus(up, new TypeError("bug"), 1_000)).toBe(up);
  });
});
