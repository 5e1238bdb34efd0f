import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { PoolUse, Whereabouts as Found } from "../../main/contract/shapes/mirror";
import { Whereabouts } from "../../renderer/parts/whereabouts";
import { arrangePools } from "../../renderer/screens/pools/pool-rows";
import { useConsole } from "../../renderer/stores/console-store";
import { done, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const found: Found = {
  moduleId: "module-1",
  serverId: 101,
  serviceId: "service-1",
  title: "edge-1",
  dataCentre: "Riga",
  location: "Hall 2",
  rackId: 7,
  rack: "A01",
  units: [12, 13],
  rackFrom: "card",
  switchConnections: [
    {
      connectionId: 1,
      switchId: 2,
      switchName: "sw-1",
      portId: 3,
      portName: "Gi0/3",
      adminStatus: "up",
      linkStatus: "up",
      isManagement: false,
    },
  ],
  pduConnections: [],
  ipmiAddress: null,
  mac: "0c:c4:7a:03:00:67",
  serial: "",
  addresses: [],
  takenAt: 0,
  isLive: false,
  reason: "Riga-1 does not answer",
};

function openWhereabouts(): string[] {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  installFakeBridge({ "server.locate": () => done(found) });
  show(<Whereabouts of={{ serviceId: "service-1" }} />);
  return copied;
}

test("where a machine is can be copied as plain text, what nobody recorded left out", async () => {
  const copied = openWhereabouts();
  fireEvent.click(await screen.findByLabelText("Copy all of it"));
  await waitFor(() => {
    expect(copied).toEqual([
      [
        "edge-1",
        "Data centre: Riga",
        "Room: Hall 2",
        "Rack: A01, U12–U13",
        "Switch port: sw-1 Gi0/3 (Up)",
        "MAC: 0c:c4:7a:03:00:67",
      ].join("\n"),
    ]);
  });
});

test("it says who told where a machine is and why that may be old, and leads to the rack", async () => {
  openWhereabouts();
  expect(await screen.findByText("as the card says")).toBeDefined();
  expect(screen.getByText("Riga-1 does not answer")).toBeDefined();
  fireEvent.click(screen.getByText("A01, U12–U13"));
  expect(useConsole.getState().route).toEqual({ screen: "racks", id: "module-1/7" });
});

test("pools that run out stand first, and the search finds their networks", () => {
  const pool: PoolUse = {
    moduleId: "module-1",
    moduleName: "Riga-1",
    poolId: 1,
    name: "public",
    family: "ipv4",
    networks: ["203.0.113.0/24"],
    total: "256",
    used: "16",
    free: "240",
    share: 0.0625,
    takenAt: 0,
  };
  const short = { ...pool, poolId: 2, name: "rack-pool", networks: ["192.0.2.0/30"], free: "0", share: 1 };
  const names = (search: string) => arrangePools([pool, short], { search, family: "all" }).map(({ name }) => name);
  expect(names("")).toEqual(["rack-pool", "public"]);
  expect(names("203.0")).toEqual(["public"]);
});
