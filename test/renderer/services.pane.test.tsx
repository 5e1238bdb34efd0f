import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, test } from "vitest";
import type { ServiceState } from "../../main/contract/shapes/service";
import { serviceLife } from "../../renderer/screens/services/service-life";
import { ServicePane } from "../../renderer/screens/services/service-pane";
import { useConsole } from "../../renderer/stores/console-store";
import { done, installFakeBridge } from "./fake-bridge";
import { buildService } from "./records";
import { show } from "./show";

afterEach(cleanup);

const address = {
  addressId: 7,
  address: "203.0.113.7",
  family: "ipv4",
  gateway: null,
  network: null,
  domain: null,
  status: "allocated",
  isReady: true,
} as const;

function openService(state: ServiceState) {
  const service = buildService({ state, serverId: 101, activatedAt: 1, addresses: [address] });
  const bridge = installFakeBridge({
    "tariff.list": () => done([]),
    "service.get": () =>
      done({ service, customerEmail: "ops@example.net", actions: [], taskIds: [], openTaskId: null, history: [] }),
    "service.close": () => done({ taskId: "task-3", taskNumber: 3 }),
  });
  show(<ServicePane id={service.id} />);
  return bridge;
}

describe("the page of a service", () => {
  test("names everything that closing will do before it creates the task", async () => {
    const bridge = openService("active");
    fireEvent.click(await screen.findByRole("button", { name: "Close service" }));
    const dialog = within(await screen.findByRole("dialog"));

    expect(dialog.getByText("All operations on server 101 are cancelled.")).toBeTruthy();
    expect(dialog.getByText(/203\.0\.113\.7 is freed/)).toBeTruthy();
    expect(dialog.getByText("It is powered off.")).toBeTruthy();
    expect(dialog.getByText(/never a management port/)).toBeTruthy();
    expect(bridge.inputsOf("service.close")).toEqual([]);

    fireEvent.click(dialog.getByRole("button", { name: "Create the task for closing" }));
    await waitFor(() => {
      expect(useConsole.getState().route).toEqual({ screen: "queue", id: "task-3" });
    });
  });

  test("offers only what its state allows", async () => {
    openService("suspended");

    expect(await screen.findByRole("button", { name: "Resume" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Suspend" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Withdraw order" })).toBeNull();
  });
});

describe("the line of a service's life", () => {
  it("shows a suspended service where an active one stands", () => {
    expect(serviceLife("suspended", true).map((stage) => `${stage.state} ${stage.position}`)).toEqual([
      "ordered past",
      "processing past",
      "suspended now",
      "closing ahead",
      "closed ahead",
    ]);
  });

  it("strikes what a withdrawn order never went through", () => {
    expect(serviceLife("closed", false).map((stage) => stage.position)).toEqual([
      "past",
      "skipped",
      "skipped",
      "skipped",
      "now",
    ]);
  });
});
