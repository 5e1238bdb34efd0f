import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Statistics } from "../../main/contract/shapes/statistics";
import { OverviewScreen } from "../../renderer/screens/overview/overview-screen";
import { roundScale } from "../../renderer/screens/overview/round-scale";
import { useConsole } from "../../renderer/stores/console-store";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { show } from "./show";

afterEach(cleanup);

const noKinds = { "set-up": 0, "assign-addresses": 0, suspend: 0, resume: 0, change: 0, close: 0 };
const statistics: Statistics = {
  takenAt: Date.now(),
  queue: [
    {
      departmentId: "floor",
      departmentName: "Floor",
      ages: { hour: 1_200, "four-hours": 0, day: 0, "three-days": 0, older: 34 },
    },
  ],
  throughput: [
    { day: "2026-11-22", opened: 3, done: 1, byKind: { ...noKinds, close: 1 } },
    { day: "2026-11-23", opened: 1, done: 2, byKind: { ...noKinds, "set-up": 2 } },
  ],
  failures: [
    { moduleId: "m1", moduleName: "dc-1", done: 40, needsAttention: 2, discarded: 1, commonReason: "No free address" },
  ],
  links: [{ moduleId: "m1", moduleName: "dc-1", state: "down", since: Date.now() - 60_000 }],
};

test("every chart says its figures to a screen reader, and shows them as a table", async () => {
  installFakeBridge({ "statistics.get": () => done(statistics) });
  show(<OverviewScreen />);
  await screen.findByRole("img", { name: "Floor: 1,234 tasks wait. Under 1 h 1,200 and Older 34" });
  screen.getByRole("img", { name: /4 opened, 3 done/ });
  screen.getByRole("img", { name: "dc-1: 2 need a decision, 1 were given up, 40 were done" });
  for (const table of screen.getAllByText("Table")) fireEvent.click(table);
  const days = within(await screen.findByRole("table", { name: "Work by day" }));
  const rows = days.getAllByRole("row").map((row) => row.textContent);
  expect(rows[1]).toBe("23 Nov 202612200000");
  expect(rows[2]).toBe("22 Nov 202631000001");
  within(screen.getByRole("table", { name: "Trouble by panel" })).getByText("No free address");
});

test("a department leads to its queue, without the filters that were set there before", async () => {
  installFakeBridge({ "statistics.get": () => done(statistics) });
  useConsole.getState().setFilter("queue", "search", "old");
  show(<OverviewScreen />);
  fireEvent.click(await screen.findByRole("button", { name: "Floor" }));
  expect(useConsole.getState().route.screen).toBe("queue");
  expect(useConsole.getState().filters.queue).toEqual({ department: "floor" });
});

test("other days are asked for, and the figures before stay meanwhile", async () => {
  let answer: (() => void) | undefined;
  const bridge = installFakeBridge({
    "statistics.get": ({ days }) =>
      days === 30
        ? new Promise((resolve) => {
            answer = () => {
              resolve(done({ ...statistics, queue: [] }));
            };
          })
        : done(statistics),
  });
  show(<OverviewScreen />);
  await screen.findByRole("button", { name: "Floor" });
  fireEvent.click(screen.getByText("30 days"));
  await waitFor(() => {
    expect(bridge.inputsOf("statistics.get")).toEqual([{ days: 14 }, { days: 30 }]);
  });
  screen.getByRole("button", { name: "Floor" });
  answer?.();
  await screen.findByText("No task waits for anybody.");
});

test("figures that cannot be counted are said to be missing, with a way to try again", async () => {
  let isBroken = true;
  installFakeBridge({
    "statistics.get": () =>
      isBroken ? failed({ kind: "internal", message: "Broken", reference: "1" }) : done(statistics),
  });
  show(<OverviewScreen />);
  await screen.findByRole("alert");
  isBroken = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("button", { name: "Floor" });
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [1_234, [0, 500, 1_000, 1_500]],
])("an axis for %i has round marks", (top, marks) => {
  expect(roundScale(top)).toEqual(marks);
});
