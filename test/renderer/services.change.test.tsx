import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, test } from "vitest";
import type { ServiceRow } from "../../main/contract/shapes/service";
import { changeLimits } from "../../renderer/screens/services/change-limits";
import { ServicePane } from "../../renderer/screens/services/service-pane";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildResource, buildService, buildTariff } from "./records";
import { show } from "./show";

afterEach(cleanup);

const price = (totalMinor: number) => ({ currency: "EUR", lines: [], totalMinor });
const resources = [buildResource(), buildResource({ name: "ipv6", title: "IPv6 addresses", changeBy: "up-only" })];

function openService(change: Partial<ServiceRow> = {}, answers: FakeAnswers = {}) {
  const service = buildService({ state: "active", activatedAt: 1, amounts: { ip: 2, ipv6: 3 }, ...change });
  const { version: _, ...earlier } = buildTariff({ resources });
  const bridge = installFakeBridge({
    "tariff.list": () => done([buildTariff({ version: 3, resources })]),
    "tariff.versions": () =>
      done([{ tariffId: "tariff-1", version: 1, content: earlier, createdAt: 1, createdBy: "Olga" }]),
    "enumeration.list": () => done([]),
    "service.get": () =>
      done({ service, customerEmail: "ops@example.net", actions: [], taskIds: [], openTaskId: null, history: [] }),
    "service.check-change": ({ amounts = {}, toCurrentTariff = false }) =>
      done({
        differences: [
          ...Object.entries(amounts).map(([field, amount]) => ({ field, before: "2", after: String(amount) })),
          ...(toCurrentTariff ? [{ field: "Tariff", before: "version 1", after: "version 3" }] : []),
        ],
        priceBefore: price(5_900),
        priceAfter: price(7_100),
        isByHand: "ipv6" in amounts,
      }),
    "service.change": () => done({ actionIds: [], delivery: "none", taskId: "task-9", taskNumber: 9 }),
    ...answers,
  });
  show(<ServicePane id={service.id} />);
  return bridge;
}

async function openDialog() {
  fireEvent.click(await screen.findByRole("button", { name: "Change configuration" }));
  return within(await screen.findByRole("dialog"));
}

describe("a change of configuration", () => {
  test("shows what is different and what it costs while it is typed, before anything is sent", async () => {
    const bridge = openService();
    const dialog = await openDialog();
    fireEvent.change(await dialog.findByLabelText("IPv4 addresses"), { target: { value: "5" } });

    expect(await dialog.findByText("€71.00")).toBeTruthy();
    expect(dialog.getByText("€59.00")).toBeTruthy();
    expect(dialog.getByText("Rackside makes the change by itself.")).toBeTruthy();
    expect(bridge.inputsOf("service.check-change").at(-1)).toMatchObject({ amounts: { ip: 5 } });
    expect(bridge.inputsOf("service.change")).toEqual([]);
  });

  test("goes to the task where a person has to make it", async () => {
    const bridge = openService();
    const dialog = await openDialog();
    fireEvent.change(await dialog.findByLabelText("IPv6 addresses"), { target: { value: "4" } });
    expect(await dialog.findByText(/a task is created for it/)).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Change the service" }));
    await waitFor(() => {
      expect(useConsole.getState().route).toEqual({ screen: "queue", id: "task-9" });
    });
    expect(bridge.inputsOf("service.change")).toMatchObject([{ amounts: { ipv6: 4 }, revision: 1 }]);
  });

  test("tells a refusal by its field and keeps what was entered", async () => {
    openService(
      {},
      {
        "service.check-change": () =>
          failed({ kind: "invalid-input", message: "", issues: [{ path: "amounts.ip", message: "At most 16" }] }),
      },
    );
    const dialog = await openDialog();
    const field = await dialog.findByLabelText<HTMLInputElement>("IPv4 addresses");
    fireEvent.change(field, { target: { value: "99" } });
    expect(await dialog.findByText("At most 16")).toBeTruthy();
    expect(field.value).toBe("99 pcs");
    expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Change the service" }).disabled).toBe(true);
  });

  test("shows the difference to a newer version of the tariff from the service's page", async () => {
    const bridge = openService({ isTariffOutdated: true });
    expect(await screen.findByText("Version 3 is newer.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Show the difference" }));
    expect(await within(await screen.findByRole("dialog")).findByText("version 3")).toBeTruthy();
    expect(bridge.inputsOf("service.check-change")).toMatchObject([{ toCurrentTariff: true }]);
  });

  test("that is under way stands on the page and can be withdrawn", async () => {
    openService({
      state: "changing",
      pendingChange: {
        tariffVersion: 1,
        amounts: {},
        choices: {},
        price: price(8_300),
        differences: [{ field: "IPv4 addresses", before: "2 pcs", after: "6 pcs" }],
        stateBefore: "active",
      },
    });
    expect(await screen.findByText("6 pcs")).toBeTruthy();
    expect(screen.getByText("Each period afterwards: €83.00")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Withdraw change" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Change configuration" })).toBeNull();
  });
});

describe("the limits of a change", () => {
  it("begin at what is included and follow who may change it", () => {
    const resource = { included: 2, minimum: 0, maximum: 16, step: 2 } as const;
    expect(changeLimits({ ...resource, changeBy: "staff" }, 6)).toMatchObject({ lowest: 2, highest: 16, only: null });
    expect(changeLimits({ ...resource, changeBy: "up-only" }, 6)).toMatchObject({ lowest: 6, highest: 16 });
    expect(changeLimits({ ...resource, changeBy: "down-only" }, 6)).toMatchObject({ lowest: 2, highest: 6 });
  });
});
