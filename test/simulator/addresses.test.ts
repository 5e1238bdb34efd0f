import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstFree, formatAddress, parseAddress, parseRange, spanSize } from "../../simulator/foundation/address-range";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createPanelClock } from "./panel-clock";
import { messageOf, rowsOf, signIn, type PanelClient } from "./panel-client";

describe("addresses of a simulated server", () => {
  const clock = createPanelClock();
  let simulator: DcimanagerSimulator;
  let panel: PanelClient;

  beforeEach(async () => {
    simulator = await startDcimanagerSimulator({ now: clock.now });
    panel = await signIn(simulator);
  });

  afterEach(() => simulator.stop());

  const assign = (pool: number, family: string, count = 1): ReturnType<PanelClient["post"]> =>
    panel.post("dci/v3/server/101/ip", { ip_pool: pool, family, count, domain: "" });

  it("are allocating first and allocated once the operation has ended", async () => {
    const { body } = await assign(2, "ipv4", 2);
    expect(body).toEqual({ id: 5002, task: 7712 });
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toMatchObject([
      { id: 5002, name: "203.0.113.11", status: "allocating", gateway: "203.0.113.1", network: "203.0.113.0/24" },
      { id: 5003, name: "203.0.113.12", status: "allocating" },
    ]);
    clock.pass(50);
    expect((await panel.get("dci/v3/operation/7712")).body["status"]).toBe("ok");
    expect((await panel.get("dci/v3/server/101")).body["ip"]).toMatchObject([
      { id: 5002, status: "allocated" },
      { id: 5003, status: "allocated" },
    ]);
    expect(simulator.effects.filter(({ kind }) => kind === "address-allocated")).toHaveLength(2);
  });

  it("are releasing first and gone afterwards", async () => {
    expect((await panel.remove("dci/v3/server/103/ip/5001")).body).toMatchObject({ id: 5001 });
    expect(rowsOf(await panel.get("dci/v3/server/103/ip"))).toMatchObject([{ id: 5001, status: "releasing" }]);
    clock.pass(50);
    expect(rowsOf(await panel.get("dci/v3/server/103/ip"))).toEqual([]);
    expect((await panel.remove("dci/v3/server/103/ip/5001")).status).toBe(404);
  });

  it("go away again when their operation is cancelled", async () => {
    const { body } = await assign(2, "ipv4");
    await panel.post(`dci/v3/operation/${String(body["task"])}/cancel`);
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toEqual([]);
  });

  it("are refused at once by an exhausted pool", async () => {
    const answer = await assign(4, "ipv4");
    expect([answer.status, messageOf(answer)]).toEqual([400, "There are no free IP addresses in the pool"]);
    expect(answer.body["error"]).toMatchObject({ code: 2020, value: { ip_pool: 4, family: "ipv4" } });
    expect((await assign(3, "ipv4", 4)).status).toBe(400);
    expect((await assign(5, "ipv4")).status).toBe(400);
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toEqual([]);
  });

  it.each([2, 4])("are refused late by pool %i when it fails late", async (pool) => {
    simulator.script.exhaustPool(pool, "late");
    const { status, body } = await assign(pool, "ipv4");
    expect(status).toBe(200);
    clock.pass(50);
    expect((await panel.get(`dci/v3/operation/${String(body["task"])}`)).body).toMatchObject({
      status: "failed",
      status_info: { message: "There are no free IP addresses in the pool" },
    });
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toEqual([]);
    expect(simulator.effects.some(({ kind }) => kind === "address-allocated")).toBe(false);
  });

  it("are refused at once by a pool that was exhausted on purpose, until it is not", async () => {
    simulator.script.exhaustPool(2, "at-once");
    expect((await assign(2, "ipv4")).status).toBe(400);
    simulator.script.exhaustPool(2, null);
    expect((await assign(2, "ipv4")).status).toBe(200);
  });

  it("are counted in decimal strings, beyond what a number holds", async () => {
    const pools = rowsOf(await panel.get("ip/v3/ippool", { where: "id EQ 5" }));
    expect(pools).toMatchObject([{ name: "ipv6-only", total_ip: (2n ** 80n).toString(), using_ip: "0" }]);
    expect(rowsOf(await panel.get("ip/v3/ippool/2/range"))).toEqual([
      { id: 21, name: "203.0.113.10-203.0.113.254", family: "ipv4" },
      { id: 22, name: "2001:db8:2::/64", family: "ipv6" },
    ]);
    expect(rowsOf(await panel.get("ip/v3/ip", { where: "ippool EQ 2" }))).toMatchObject([
      { ip_addr: "203.0.113.10", ippool: 2, family: "ipv4", status: "used" },
    ]);
  });

  it("never are the gateway of an IPv6 network", async () => {
    await assign(5, "ipv6");
    expect(rowsOf(await panel.get("dci/v3/server/101/ip"))).toMatchObject([{ name: "2001:db8:5::2", family: "ipv6" }]);
  });
});

describe("address ranges", () => {
  it("read and write every address alike", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (value) => {
        expect(parseAddress(formatAddress("ipv6", value))).toEqual({ family: "ipv6", value });
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        fc.pre(!text.includes("."));
        const address = parseAddress(text);
        expect(address).not.toBeNull();
        expect(parseAddress(formatAddress("ipv6", address?.value ?? -1n))).toEqual(address);
      }),
    );
  });

  it.each([
    ["10.0.0.1-10.0.0.20", 20n],
    ["192.0.2.0/24", 256n],
    ["2001:db8::1-2001:db8::ffff", 65_535n],
    ["2001:db8::/48", 2n ** 80n],
  ])("count %s", (name, size) => {
    const span = parseRange(name);
    expect(span && spanSize(span)).toBe(size);
  });

  it.each(["", "10.0.0.5-10.0.0.1", "10.0.0.1", "10.0.0.256/24", "10.0.0.0/33", "10.0.0.1-2001:db8::1", "1:2:3/64"])(
    "refuse %j",
    (name) => {
      expect(parseRange(name)).toBeNull();
    },
  );

  it("give out the lowest address that is not taken", () => {
    const span = parseRange("10.0.0.1-10.0.0.3");
    expect(span && firstFree(span, new Set(["10.0.0.1"]))).toBe("10.0.0.2");
    expect(span && firstFree(span, new Set(["10.0.0.1", "10.0.0.2", "10.0.0.3"]))).toBeNull();
  });
});
