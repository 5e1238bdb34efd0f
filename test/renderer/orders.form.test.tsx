import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { CallOutput } from "../../main/contract/calls";
import type { Choices, TariffRow } from "../../main/contract/shapes/tariff";
import { OrderScreen } from "../../renderer/screens/orders/order-screen";
import { useConsole } from "../../renderer/stores/console-store";
import { buildEnumeration, buildModule, buildResource, buildTariff } from "./catalogue-records";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const tariff = buildTariff({
  revision: 1,
  resources: [
    buildResource({
      name: "power",
      title: "Power",
      measure: "W",
      included: 200,
      maximum: 500,
      step: 50,
      stepPrices: [{ months: 1, priceMinor: 250 }],
    }),
    buildResource(),
  ],
});
const customer = { id: "customer-1", name: "Helmi Oy", email: "ops@helmi.example" };
const dedicated: TariffRow = buildTariff({
  id: "tariff-2",
  productType: "dedicated",
  internalName: "HPCorei5",
  resources: [
    buildResource({
      name: "os",
      title: "Operating system",
      valueType: "enumeration",
      enumerationId: "enumeration-1",
      included: 0,
      maximum: 0,
      billing: "none",
    }),
  ],
});
const dedicatedCheck: CallOutput<"order.check"> = {
  price: { currency: "EUR", lines: [{ subject: "period", quantity: 1, amountMinor: 3900 }], totalMinor: 3900 },
  moduleTrials: [{ moduleId: "module-2", moduleName: "Tallinn-3", isChosen: true, remarks: [] }],
  forecasts: [],
  stock: [{ what: "server", needed: 1, free: 0, where: "HPCorei5", isShort: true, takenAt: 0, isLive: true }],
};
const placed = { serviceId: "service-9", serviceNumber: 9, taskId: "task-14", taskNumber: 14 };

function openOrder(amounts: { readonly power: number; readonly ip: number }) {
  const bridge = installFakeBridge({
    "tariff.list": () => done([tariff]),
    "customer.list": () => done({ rows: [{ ...customer, revision: 1, note: "" }], total: 1, next: null }),
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
            poolId: 5,
            poolName: "public",
            poolReason: "public-name",
            isShort: true,
            takenAt: 0,
            isLive: true,
          },
        ],
        stock: [],
      }),
    "module.list": () => done([buildModule()]),
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
        choices: {},
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

  test("asks for an operating system and shows the shortage of servers by the tariff", async () => {
    const bridge = openDedicatedOrder({});
    await screen.findByRole("button", { name: "Place order" });
    place();
    expect(await screen.findByText("Choose one")).toBeTruthy();
    expect(bridge.inputsOf("order.check")).toEqual([]);

    fireEvent.click(screen.getByLabelText(/Operating system/, { selector: "input" }));
    fireEvent.click(await screen.findByRole("option", { name: "Debian 12" }));

    expect(await screen.findByText("Short: no free server of the preset HPCorei5 now.")).toBeTruthy();
    expect(bridge.inputsOf("order.check")).toMatchObject([{ choices: { os: "debian12" } }]);
    expect(screen.getByText("Will be installed and handed over by itself")).toBeTruthy();
  });

  test("says by the field that the panel lacks the chosen operating system", async () => {
    const message = "Tallinn-3 has no image debian12";
    openDedicatedOrder({ os: "debian12" }, () =>
      failed({ kind: "invalid-input", message: "", issues: [{ path: "choices.os", message }] }),
    );

    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText(/Operating system/, { selector: "input" }).getAttribute("aria-invalid")).toBe("true");
  });
});

function openDedicatedOrder(choices: Choices, check: FakeAnswers["order.check"] = () => done(dedicatedCheck)) {
  const bridge = installFakeBridge({
    "tariff.list": () => done([dedicated]),
    "customer.list": () => done({ rows: [{ ...customer, revision: 1, note: "" }], total: 1, next: null }),
    "enumeration.list": () => done([buildEnumeration()]),
    "module.list": () => done([buildModule({ id: "module-2", type: "dsmanager", productType: "dedicated" })]),
    "order.check": check,
  });
  const draft = { customer, tariffId: dedicated.id, periodMonths: 1, amounts: {}, choices, label: "", note: "" };
  useConsole.getState().keepForm("order", draft);
  show(<OrderScreen />);
  return bridge;
}
