import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CreateServerForm } from "../../renderer/screens/task/create-server-form";
import { fakeRack } from "../builders/fake-rack";
import { done, installFakeBridge } from "./fake-bridge";
import { buildTaskDetail } from "./records";
import { show } from "./show";

afterEach(cleanup);

test("a server that is created begins with the place that was planned for it", async () => {
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
    "rack.get": () => done({ facts: fakeRack(7, "A12"), takenAt: 1, isLive: true, reason: "" }),
    "server.create": () => done({ actionIds: [], delivery: "sending" }),
  });
  const plan = { moduleId: "module-1", rackId: 7, rackName: "A12", units: { bottom: 20, height: 2 } };
  const detail = buildTaskDetail({ plan: { ...plan, faces: ["front", "rear"], operator: "Olga" } });
  show(<CreateServerForm detail={detail} onDone={() => undefined} />);
  const submit = await screen.findByRole("button", { name: "Register" });
  await waitFor(() => {
    expect(submit).toHaveProperty("disabled", false);
  });
  fireEvent.click(submit);
  await waitFor(() => {
    expect(bridge.inputsOf("server.create")).toMatchObject([{ server: { rackId: 7, units: [20, 21] } }]);
  });
});
