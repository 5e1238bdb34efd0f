import { describe, expect, it } from "vitest";
import type { ActionRequest } from "../../main/contract/shapes/action";
import type { AddressFacts, ServerFacts } from "../../main/contract/shapes/panel";
import type { SendContext } from "../../main/courier/sender";
import { reduceAddresses, releaseAddresses } from "../../main/courier/senders/addresses";
import { installOs } from "../../main/courier/senders/install";
import { setEnabled, setPower } from "../../main/courier/senders/power";
import type { PanelGateway } from "../../main/ports/gateway";
import { createFakePanel, fakeServer } from "../builders/fake-panel";

const panel = createFakePanel();
const connection = { system: "ds", url: "", username: "", password: "", pinnedFingerprint: null, routeOverrides: {} };
const gateway: PanelGateway = panel.connect({ type: "dsmanager", dialect: "dsmanager", ...connection });

/** A look at server 101 in the given state, at a DSmanager where nothing else is said. */
function contextOf<Kind extends ActionRequest["kind"]>(
  request: Extract<ActionRequest, { kind: Kind }>,
  server: Partial<ServerFacts>,
  change: Partial<SendContext<Kind>> = {},
): SendContext<Kind> {
  return {
    gateway,
    panelType: "dsmanager",
    request,
    state: "waiting",
    progress: {},
    seen: null,
    serverId: 101,
    server: fakeServer(101, server),
    readPlace: () => Promise.reject(new Error("No place is needed")),
    readTaken: () => Promise.resolve(new Set()),
    openSecret: (sealed) => sealed.replace("sealed:", ""),
    ...change,
  };
}

function address(addressId: number, family: AddressFacts["family"] = "ipv4"): AddressFacts {
  const none = { gateway: null, network: null, domain: null };
  return { addressId, address: `192.0.2.${String(addressId)}`, family, ...none, status: "", isReady: true };
}

describe("addresses that are taken away", () => {
  const reduce = (count: number) => ({ kind: "reduce-addresses", family: "ipv4", count }) as const;

  it("are the newest ones, and never the main one, whatever its id", async () => {
    const addresses = [address(90), address(20), address(40), address(30), address(10, "ipv6")];
    expect(await reduceAddresses(contextOf(reduce(3), { addresses }))).toMatchObject({ key: "release 40" });
    expect(await reduceAddresses(contextOf(reduce(0), { addresses: [address(90), address(20)] }))).toMatchObject({
      key: "release 20",
    });
    expect(await reduceAddresses(contextOf(reduce(0), { addresses: [address(90)] }))).toMatchObject({ is: "done" });
  });

  it("are all or all but the main one when the server goes", async () => {
    const addresses = [address(90), address(20)];
    const release = (keepsFirst: boolean) =>
      releaseAddresses(contextOf({ kind: "release-addresses", keepsFirst }, { addresses }));
    expect(await release(false)).toMatchObject({ key: "release 90" });
    expect(await release(true)).toMatchObject({ key: "release 20" });
  });
});

describe("switching off a server whose management controller does not answer", () => {
  const off = { kind: "set-power", power: "off" } as const;
  const silent = { power: "unknown" } as const;

  it("is ordered on DSmanager, and once the order is taken the silence counts as off", async () => {
    expect(await setPower(contextOf(off, silent))).toMatchObject({ is: "ready", key: "off" });
    const ordered = { progress: { lastKey: "off" } };
    expect(await setPower(contextOf(off, silent, { ...ordered, state: "uncertain" }))).toMatchObject({ is: "ready" });
    expect(await setPower(contextOf(off, silent, { ...ordered, state: "confirming" }))).toMatchObject({ is: "done" });
  });

  it("is put to a person on DCImanager 6", async () => {
    const look = await setPower(contextOf(off, silent, { panelType: "dcimanager6-colocation" }));
    expect(look).toMatchObject({ is: "stuck", trouble: { kind: "conflict" } });
  });
});

describe("disabling a server", () => {
  const disable = { kind: "set-enabled", isEnabled: false } as const;
  const [data, management] = fakeServer(101).switchConnections;
  if (!data || !management) throw new Error("The fake server has two ports");
  const switching = { isDisabled: true, switchConnections: [{ ...data, adminStatus: "unknown" as const }, management] };

  it("waits for the ports, but not for ever", async () => {
    expect(await setEnabled(contextOf(disable, {}))).toMatchObject({ is: "ready", key: "disable" });
    expect(await setEnabled(contextOf(disable, switching))).toMatchObject({ is: "busy" });
    expect(await setEnabled(contextOf(disable, switching, { progress: { polls: 20 } }))).toMatchObject({ is: "done" });
    expect(await setEnabled(contextOf(disable, { isDisabled: true }))).toMatchObject({ is: "done" });
  });
});

describe("an installation", () => {
  const install = { kind: "install-os", image: "debian12", hostname: "c-1", password: "sealed:secret" } as const;
  const ordered = (noted: string, polls = 0) => ({ progress: { lastKey: "install", noted, polls } });
  const look = (server: Partial<ServerFacts>, change: Partial<SendContext<"install-os">> = {}) =>
    installOs(contextOf(install, server, change));

  it("is ordered although the image is there already, as after another customer", async () => {
    expect(await look({ operatingSystem: "debian12" })).toMatchObject({ is: "ready", noted: "debian12" });
  });

  it("is followed while it runs and tells how it failed", async () => {
    const operation = { operationId: 101, name: "install", status: "", percent: 45, explanation: "Disk not found" };
    const running = { ...operation, isRunning: true, hasFailed: false };
    expect(await look({ operation: running }, ordered(""))).toEqual({ is: "busy", percent: 45 });
    const failed = { ...operation, isRunning: false, hasFailed: true };
    expect(await look({ operation: failed }, ordered(""))).toMatchObject({
      is: "stuck",
      trouble: { kind: "operation-failed", message: "Disk not found" },
    });
  });

  it("is done when its image shows, and hands the sealed password over for the card", async () => {
    expect(await look({ operatingSystem: "debian12" }, { state: "uncertain", ...ordered("") })).toMatchObject({
      is: "done",
      findings: { account: { username: "root", sealedPassword: "sealed:secret" } },
    });
  });

  it("with a lost answer is looked for again and again before it is ordered once more", async () => {
    const uncertain = (polls: number) => look({}, { state: "uncertain", ...ordered("", polls) });
    expect(await uncertain(0)).toEqual({ is: "busy", percent: null });
    expect(await uncertain(14)).toEqual({ is: "busy", percent: null });
    expect(await uncertain(15)).toMatchObject({ is: "ready", key: "install" });
  });

  it("with a lost answer is put to a person where the image tells nothing", async () => {
    const change = { state: "uncertain", ...ordered("debian12", 15) } as const;
    expect(await look({ operatingSystem: "debian12" }, change)).toMatchObject({
      is: "stuck",
      trouble: { kind: "unknown-outcome" },
    });
  });
});
