import { Notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Elevation } from "../../main/contract/shapes/rack";
import { RackView } from "../../renderer/screens/racks/rack-view";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildBlock, buildElevation, buildRack } from "./rack-records";
import { show } from "./show";

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function openRack(change: Partial<Elevation> = {}, answers: FakeAnswers = {}) {
  const bridge = installFakeBridge({
    "rack.list": () => done([buildRack()]),
    "rack.elevation": () => done(buildElevation(change)),
    "rack.plan": () => done({ remark: "" }),
    "rack.withdraw-plan": () => done({}),
    ...answers,
  });
  useConsole.getState().open("racks", "module-1/7");
  show(
    <>
      <Notifications />
      <RackView current={{ moduleId: "module-1", rackId: 7 }} />
    </>,
  );
  return bridge;
}

async function takeUpCard() {
  fireEvent.click(await screen.findByText("edge-1"));
  return screen.findByLabelText("Position of edge-1 in A01");
}

const planned = { serviceId: "service-1", moduleId: "module-1", rackId: 7, faces: ["front", "rear"] };

describe("a rack", () => {
  test("names its units, what takes them and on which face, for a screen reader", async () => {
    openRack({ blocks: [buildBlock({ height: 2, detail: "Baltic Freight", overlaps: true })] });
    const front = within(await screen.findByLabelText("A01, front"));
    expect(
      front.getByRole("option", { name: /^Units 10 to 11, Overlap srv-a · Baltic Freight, Server, front$/ }),
    ).toBeDefined();
    expect(front.getByRole("option", { name: "Units 1 to 9, free 9 U, front" })).toBeDefined();
  });

  test("moves its one tab stop by arrows, also to the other face", async () => {
    openRack();
    const front = await screen.findByLabelText("A01, front");
    const [first] = within(front).getAllByRole("option");
    first?.focus();
    fireEvent.keyDown(document.activeElement ?? front, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Unit 10, srv-a.*front$/);
    fireEvent.keyDown(document.activeElement ?? front, { key: "ArrowRight" });
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Unit 10, srv-a.*rear$/);
  });

  test("says that it shows what was known before, and why", async () => {
    openRack({ isLive: false, reason: "Riga-1 does not answer" });
    expect(await screen.findByText("Riga-1 does not answer")).toBeDefined();
  });
});

describe("placing a card by keyboard", () => {
  test("puts it where the arrows moved it, and Undo takes the plan back", async () => {
    const bridge = openRack();
    const position = await takeUpCard();
    fireEvent.keyDown(position, { key: "ArrowUp" });
    expect(position.getAttribute("aria-valuetext")).toBe("Units 2 to 3, free");
    fireEvent.keyDown(position, { key: "Enter" });
    await waitFor(() => {
      expect(bridge.inputsOf("rack.plan")).toEqual([{ ...planned, units: { bottom: 2, height: 2 } }]);
    });
    fireEvent.click(await screen.findByText("Undo"));
    await waitFor(() => {
      expect(bridge.inputsOf("rack.withdraw-plan")).toEqual([{ serviceId: "service-1" }]);
    });
  });

  test("refuses units that are taken with the reason, before the program is asked", async () => {
    const bridge = openRack({ blocks: [buildBlock({ bottom: 3 })] });
    const position = await takeUpCard();
    fireEvent.keyDown(position, { key: "ArrowUp" });
    const reason = "Unit 3 is taken on the front: srv-a.";
    expect(position.getAttribute("aria-valuetext")).toBe(`Units 2 to 3, ${reason}`);
    fireEvent.keyDown(position, { key: "Enter" });
    expect(await screen.findByText(reason, { selector: "[role=alert] *" })).toBeDefined();
    expect(bridge.inputsOf("rack.plan")).toEqual([]);
  });

  test("keeps the card in the hand when the program refuses", async () => {
    const message = "Unit 2 was reserved a moment ago";
    openRack({}, { "rack.plan": () => failed({ kind: "not-allowed", rule: "units-taken", message }) });
    fireEvent.keyDown(await takeUpCard(), { key: "Enter" });
    expect(await screen.findByText(message, { selector: "[role=alert] *" })).toBeDefined();
    expect(screen.getByLabelText(/^Position of/)).toBeDefined();
  });

  test("is given up by Escape, and the card has the focus again", async () => {
    openRack();
    fireEvent.keyDown(await takeUpCard(), { key: "Escape" });
    await waitFor(() => {
      expect(screen.queryByLabelText(/^Position of/)).toBeNull();
    });
    expect(document.activeElement?.className).toBe("waiting-card");
  });
});

test("dragging asks for the units under the pointer, and a drop outside a rack changes nothing", async () => {
  const bridge = openRack();
  const card = await screen.findByText("edge-1");
  const face = screen.getByLabelText("A01, front");
  // Twenty units of ten pixels.
  face.getBoundingClientRect = () => ({ top: 0, height: 200 }) as DOMRect;
  document.elementFromPoint = (_x, y) => (y < 200 ? face : document.body);
  const drag = (clientY: number): void => {
    fireEvent.pointerDown(card, { button: 0, pointerId: 1, clientX: 0, clientY: 400 });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 0, clientY });
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 0, clientY });
  };
  drag(300);
  expect(screen.queryByLabelText(/^Position of/)).toBeNull();
  // The pointer is over unit 15, which becomes the upper one of the two.
  drag(55);
  await waitFor(() => {
    expect(bridge.inputsOf("rack.plan")).toEqual([{ ...planned, units: { bottom: 14, height: 2 } }]);
  });
});

test("units are given back and, by Undo, kept again for the same reason until the same day", async () => {
  const reservation = buildBlock({
    kind: "reserved",
    serverId: null,
    reservationId: "reservation-1",
    detail: "second node",
    until: "2026-12-24",
  });
  const bridge = openRack({ blocks: [reservation] }, { "rack.release": () => done({}) });
  fireEvent.click((await screen.findAllByText(/second node/))[0] ?? document.body);
  fireEvent.click(await screen.findByText("Give the units back"));
  fireEvent.click(await screen.findByText("Undo"));
  await waitFor(() => {
    expect(bridge.inputsOf("rack.reserve")).toMatchObject([
      { units: { bottom: 10, height: 1 }, reason: "second node", until: "2026-12-24", kind: "reserved" },
    ]);
  });
});
