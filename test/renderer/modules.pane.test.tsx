import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { ConfigurationReport, ModuleRow, RouteCheck } from "../../main/contract/shapes/module";
import { ModuleDetail } from "../../renderer/screens/modules/module-detail";
import { ModuleRowView } from "../../renderer/screens/modules/module-row";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import { buildModule, buildTariff } from "./records";
import { show } from "./show";

afterEach(cleanup);

const report: ConfigurationReport = {
  configuration: {
    takenAt: 1,
    locations: [],
    racks: [],
    pools: [],
    switches: [],
    pdus: [],
    users: [],
    osImages: [{ name: "debian12", tags: [] }],
    presets: [
      { name: "HPCorei5", free: 4, ownerless: 6, total: 12 },
      { name: "SMXeonGold", free: 0, ownerless: 0, total: 3 },
    ],
  },
  lastChanges: [{ part: "racks", change: "removed", name: "B07", before: "", after: "" }],
  checkedAt: 2,
  pendingChanges: [{ part: "osImages", change: "added", name: "alma9", before: "", after: "" }],
};
const route: RouteCheck = {
  name: "os-images",
  wire: "osmgr",
  state: "missing",
  isOverridden: false,
  suggestion: "osimage",
  remark: "",
};

function openModule(change: Partial<ModuleRow> = {}, answers: FakeAnswers = {}) {
  const module = buildModule(change);
  const bridge = installFakeBridge({
    "tariff.list": () => done([buildTariff({ name: "Dedicated i5", moduleIds: [module.id] })]),
    "department.list": () => done([{ id: "department-1", revision: 1, name: "Riga floor", members: [] }]),
    "data-centre.list": () => done([{ id: "data-centre-1", revision: 1, name: "Riga" }]),
    "module.configuration": () => done(report),
    "module.refresh": () => done({ ...report, pendingChanges: [] }),
    "module.check-routes": () => done({ checkedAt: 3, source: "", routes: [route] }),
    "module.save": () => done(module),
    "link.list": () => done([]),
    ...answers,
  });
  followEvents();
  show(<ModuleDetail module={module} />);
  return bridge;
}

describe("the page of a module", () => {
  test("shows presets with their free servers, and which types are sold out", async () => {
    openModule();
    expect(await screen.findByText("Preset HPCorei5")).toBeTruthy();
    expect(screen.getByText("4 free of 12")).toBeTruthy();
    expect(screen.getByText("Every server has an owner: SMXeonGold.")).toBeTruthy();
    expect(screen.queryByText("Preset SMXeonGold")).toBeNull();
  });

  test("names what the panel has by now that was not read, and reads again from there", async () => {
    const bridge = openModule({ pendingChanges: 1 });
    const notice = (await screen.findByText(/The panel has changed since: 1 difference/)).closest(".notice");
    expect(notice?.textContent).toContain("AddedSystem image alma9");
    fireEvent.click(screen.getByRole("button", { name: "Read again" }));
    await waitFor(() => {
      expect(bridge.inputsOf("module.refresh")).toEqual([{ id: "module-1" }]);
    });
  });

  test("tells what the last reading changed when asked", async () => {
    openModule();
    fireEvent.click(await screen.findByRole("button", { name: "the last reading changed 1 thing" }));
    expect(screen.getByText("B07")).toBeTruthy();
  });

  test("follows a reading part by part", async () => {
    const bridge = openModule();
    bridge.emit({ name: "configuration.progress", moduleId: "module-1", part: "racks", done: 2, total: 8 });
    expect(await screen.findByText("Racks read, 2 of 8")).toBeTruthy();
    bridge.emit({ name: "configuration.progress", moduleId: "module-1", part: "presets", done: 8, total: 8 });
    await waitFor(() => {
      expect(screen.queryByText(/read, \d of 8/)).toBeNull();
    });
  });

  test("links the tariffs that use it and cannot be removed meanwhile", async () => {
    openModule({ tariffCount: 1, serviceCount: 3 });
    expect(await screen.findByRole("button", { name: "Dedicated i5" })).toBeTruthy();
    expect(screen.getByText(/while it is used by 1 tariff, 3 services/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Remove module" }).disabled).toBe(true);
  });

  test("takes a route that answered over, with the password that the connection needs", async () => {
    const bridge = openModule({ routeOverrides: { users: "user" } });
    fireEvent.click(await screen.findByRole("button", { name: "Check routes" }));
    expect(await screen.findByText("Missing")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Use the names that answered" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByLabelText(/Password/, { selector: "input" }), { target: { value: "secret" } });
    fireEvent.click(dialog.getByRole("button", { name: "Try and save" }));
    await waitFor(() => {
      expect(bridge.inputsOf("module.save")).toMatchObject([
        { connection: { password: "secret", routeOverrides: { users: "user", "os-images": "osimage" } } },
      ]);
    });
  });

  test("asks nothing about a panel where there is none", async () => {
    const bridge = openModule({ type: "manual", dialect: null, url: "" });
    expect(await screen.findByText("Dedicated i5")).toBeTruthy();
    expect(screen.getByText("No panel")).toBeTruthy();
    expect(screen.queryByText("Configuration")).toBeNull();
    expect(bridge.inputsOf("module.configuration")).toEqual([]);
  });
});

describe("a module in the list", () => {
  function showRow(change: Partial<ModuleRow>): void {
    installFakeBridge({ "data-centre.list": () => done([]) });
    show(<ModuleRowView module={buildModule(change)} />);
  }

  test("says first that it is switched off, then that it is stale", () => {
    showRow({ isActive: false, pendingChanges: 2 });
    expect(screen.getByText("Takes no orders")).toBeTruthy();
    cleanup();
    showRow({ pendingChanges: 2 });
    expect(screen.getByText("Stale: 2 differences")).toBeTruthy();
  });
});
