import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CreateServerForm } from "../../renderer/screens/task/create-server-form";
import { fakeRack } from "../builders/fake-rack";
import { done, installFakeBridge } from "./fake-bridge";
import { buildBlock, buildElevation } from "./rack-records";
import { buildTaskDetail } from "./records";
import { show } from "./show";

afterEach(cleanup);

test("a server that is created begins with the place that was planned for it", async () => {
  const { task } = buildTaskDetail();
  const parts = { locations: [], pools: [], switches: [], pdus: [], users: [], osImages: [], presets: [] };
  const { units: _, ...facts } = fakeRack(7, "A12");
  const bridge = installFakeBridge({
    "module.configuration": () =>
      done({
        configuration: { takenAt: 1, ...parts, racks: [facts] },
        lastChanges: [],
        checkedAt: 1,
        pendingChanges: [],
      }),
    "module.list": () => done([]),
    "rack.elevation": () =>
      done(
        buildElevation({
          blocks: [
            buildBlock(),
            buildBlock({ key: "other", kind: "planned", bottom: 12, title: "next in line", serviceId: "another" }),
            buildBlock({ key: "kept", kind: "reserved", bottom: 14, reservationId: "kept" }),
            buildBlock({ key: "own", kind: "planned", bottom: 18, height: 2, serviceId: task.serviceId }),
          ],
        }),
      ),
    "server.create": () => done({ actionIds: [], delivery: "sending" }),
  });
  const plan = { moduleId: "module-1", rackId: 7, rackName: "A12", units: { bottom: 18, height: 2 } };
  const detail = buildTaskDetail({ plan: { ...plan, faces: ["front", "rear"], operator: "Olga" } });
  show(<CreateServerForm detail={detail} onDone={() => undefined} />);
  const submit = await screen.findByRole("button", { name: "Register" });
  await waitFor(() => {
    expect(submit).toHaveProperty("disabled", false);
  });
  const isFree = (unit: number) =>
    !screen.getByRole("button", { name: new RegExp(`^U${String(unit)}\\D`) }).hasAttribute("disabled");
  await screen.findByRole("button", { name: /^U18/ });
  // What the panel, another card and a reservation have is not free; what is planned for this card is.
  expect([9, 10, 11, 12, 13, 14, 18, 19].filter(isFree)).toEqual([9, 11, 13, 18, 19]);
  fireEvent.click(submit);
  await waitFor(() => {
    expect(bridge.inputsOf("server.create")).toMatchObject([{ server: { rackId: 7, units: [18, 19] } }]);
  });
});
