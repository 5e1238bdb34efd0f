import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Tariff } from "../../main/contract/shapes/tariff";
import { OrderScreen } from "../../renderer/screens/orders/order-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { done, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const tariff: Tariff = {
  id: "tariff-1",
  revision: 1,
  productType: "colocation",
  name: "Colo 1U",
  currency: "EUR",
  moduleIds: ["module-1"],
  periods: [{ months: 1, priceMinor: 5900, setUpMinor: 0 }],
  resources: [
    { name: "power", measure: "W", included: 200, maximum: 500, step: 50, stepPriceMinor: 250, isActive: true },
    { name: "ip", measure: "pcs", included: 1, maximum: 16, step: 1, stepPriceMinor: 300, isActive: true },
  ],
  isActive: true,
};
const customer = { id: "customer-1", name: "Helmi Oy", email: "ops@helmi.example" };
const placed = { serviceId: "service-9", serviceNumber: 9, taskId: "task-14", taskNumber: 14 };

function openOrder(amounts: { readonly power: number; readonly ip: number }) {
  const bridge = installFakeBridge({
    "tariff.list": () => done([tariff]),
    "customer.list": () => done({ rows: [{ ...customer, revision: 1, note: "" }], total: 1 }),
    "order.check": () =>
      done({
        price: {
          currency: "EUR",
          lines: [
            { subject: "period", quantity: 1, amountMinor: 5900 },
            { subject: "ip", quantity: 3, amountMinor: 900 },
          ],
          totalMinor: 6800,
        },
        moduleTrials: [
          { moduleId: "module-0", moduleName: "Riga-0", isChosen: false, remarks: ["Switched off"] },
          { moduleId: "module-1", moduleName: "Riga-1", isChosen: true, remarks: [] },
        ],
        forecasts: [
          {
            family: "ipv4",
            needed: 4,
            free: "1",
            poolName: "public",
            poolReason: "public-name",
            isShort: true,
            takenAt: 0,
            isLive: true,
          },
        ],
      }),
    "order.place": () => done(placed),
  });
  useConsole.getState().keepForm("order", {
    customer,
    tariffId: tariff.id,
    periodMonths: 1,
    amounts,
    label: "edge-9",
    note: "",
  });
  show(<OrderScreen />);
  return bridge;
}

const place = (): void => {
  fireEvent.click(screen.getByRole("button", { name: "Place order" }));
};

describe("the order form", () => {
  test("says by the field which amounts cannot be ordered, and neither prices nor places the order", async () => {
    const bridge = openOrder({ power: 230, ip: 17 });

    expect(await screen.findByText("200 or 250: it goes in steps")).toBeTruthy();
    expect(screen.getByText("At most 16")).toBeTruthy();
    place();

    expect(bridge.inputsOf("order.place")).toEqual([]);
    expect(bridge.inputsOf("order.check")).toEqual([]);
  });

  test("shows the price line by line, the shortage by its field, and why the module was chosen", async () => {
    openOrder({ power: 200, ip: 4 });

    expect(await screen.findByText("€68.00")).toBeTruthy();
    expect(screen.getByText("€9.00")).toBeTruthy();
    expect(screen.getByText("Short: 4 needed, 1 free in public.")).toBeTruthy();
    expect(screen.getByText("Switched off")).toBeTruthy();
  });

  test("places the order as shown and leads to its task", async () => {
    const bridge = openOrder({ power: 250, ip: 4 });
    await screen.findByText("€68.00");
    place();

    fireEvent.click(await screen.findByRole("button", { name: "Open task T-14" }));

    expect(useConsole.getState().route).toEqual({ screen: "queue", id: "task-14" });
    expect(bridge.inputsOf("order.place")).toEqual([
      {
        tariffId: "tariff-1",
        periodMonths: 1,
        amounts: { power: 250, ip: 4 },
        customerId: "customer-1",
        label: "edge-9",
        note: "",
        form: "order",
      },
    ]);
  });

  test("names what is missing only once the order is to be placed", async () => {
    const bridge = openOrder({ power: 200, ip: 1 });
    await screen.findByRole("button", { name: "Place order" });
    fireEvent.click(screen.getByRole("button", { name: "Empty the form" }));
    expect(screen.queryByText("Choose a tariff")).toBeNull();
    place();

    await waitFor(() => {
      expect(screen.getByText("Choose a tariff")).toBeTruthy();
    });
    expect(screen.getByText("Choose a customer or add one")).toBeTruthy();
    expect(bridge.inputsOf("order.place")).toEqual([]);
  });

  test("says that a draft was restored and drops it on request", async () => {
    const draft = { customer, tariffId: tariff.id, periodMonths: 1, amounts: {}, label: "edge-7", note: "" };
    const bridge = installFakeBridge({
      "tariff.list": () => done([tariff]),
      "form-draft.get": () =>
        done({ form: "order", operator: "Olga", body: JSON.stringify(draft), savedAt: Date.now() - 200_000 }),
      "form-draft.discard": () => done({}),
    });
    show(<OrderScreen />);

    expect(await screen.findByText(/Typed 3 min ago and not sent yet/)).toBeTruthy();
    expect(screen.getByLabelText("Label")).toHaveProperty("value", "edge-7");
    fireEvent.click(screen.getByRole("button", { name: "Discard what was typed" }));
    fireEvent.click(await screen.findByRole("button", { name: "Discard" }));

    await waitFor(() => {
      expect(screen.getByLabelText("Label")).toHaveProperty("value", "");
    });
    expect(screen.queryByText(/not sent yet/)).toBeNull();
    expect(bridge.inputsOf("form-draft.discard")).toEqual([{ form: "order" }]);
  });
});
