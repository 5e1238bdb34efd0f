import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Scan } from "../../main/contract/shapes/scan";
import { Scanner } from "../../renderer/frame/scanner";
import { useConsole } from "../../renderer/stores/console-store";
import { done, installFakeBridge, type FakeBridge } from "./fake-bridge";
import { buildDescription } from "./records";
import { show } from "./show";

afterEach(cleanup);

const server: Scan = {
  is: "ours",
  shortId: "S7K3MQ94",
  subject: { kind: "service", serviceId: "service-1" },
  title: "srv-1",
  place: "A12",
  serviceId: "service-1",
  taskId: null,
};

function openWith(access: "signed-in" | "locked"): FakeBridge {
  const bridge = installFakeBridge({ "scan.read": () => done(server) });
  useConsole.setState({ description: buildDescription({ access }) });
  show(
    <>
      <Scanner />
      <input aria-label="Note" />
    </>,
  );
  return bridge;
}

function scan(target: Element | Window, code: string): void {
  for (const key of [...Array.from(code), "Enter"]) fireEvent.keyDown(target, { key });
}

describe("a scanner in the window", () => {
  test("opens what it reads", async () => {
    const bridge = openWith("signed-in");
    scan(window, "S7K3MQ94");
    await waitFor(() => {
      expect(useConsole.getState().route).toEqual({ screen: "services", id: "service-1" });
    });
    expect(bridge.inputsOf("scan.read")).toEqual([{ text: "S7K3MQ94" }]);
  });

  test("leaves a field as it was before a label was scanned into it", async () => {
    openWith("signed-in");
    const field = screen.getByLabelText<HTMLInputElement>("Note");
    field.value = "typed";
    for (const key of Array.from("S7K3MQ94")) {
      fireEvent.keyDown(field, { key });
      field.value += key;
    }
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => {
      expect(field.value).toBe("typed");
    });
  });

  test("is not heard while the console is locked", () => {
    const bridge = openWith("locked");
    scan(window, "S7K3MQ94");
    expect(bridge.inputsOf("scan.read")).toEqual([]);
  });
});
