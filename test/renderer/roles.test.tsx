import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Role } from "../../main/contract/shapes/operator";
import type { TaskRow } from "../../main/contract/shapes/task";
import { availableCommands } from "../../renderer/hooks/use-shortcut";
import { StepList } from "../../renderer/parts/step-list";
import { CatalogueScreen } from "../../renderer/screens/catalogue/catalogue-screen";
import { EnumerationsScreen } from "../../renderer/screens/enumerations/enumerations-screen";
import { ModulesScreen } from "../../renderer/screens/modules/modules-screen";
import { ServicePane } from "../../renderer/screens/services/service-pane";
import { SettingsScreen } from "../../renderer/screens/settings/settings-screen";
import { TariffsScreen } from "../../renderer/screens/tariffs/tariffs-screen";
import { TaskPane } from "../../renderer/screens/task/task-pane";
import { useConsole } from "../../renderer/stores/console-store";
import type { ScreenName } from "../../renderer/stores/view";
import { done, installFakeBridge, type FakeAnswers } from "./fake-bridge";
import {
  buildAction,
  buildModule,
  buildOperator,
  buildResource,
  buildService,
  buildTariff,
  buildTask,
  buildTaskDetail,
} from "./records";
import { show } from "./show";

afterEach(cleanup);

const service = buildService({ state: "active", activatedAt: 1 });
const enumeration = {
  id: "enumeration-1",
  revision: 1,
  name: "Operating systems",
  internalName: "os",
  items: [{ internalName: "debian12", name: "Debian 12" }],
};
const nothing: FakeAnswers = {
  "tariff.list": () => done([buildTariff({ currentServices: 0, resources: [buildResource()] })]),
  "tariff.versions": () => done([]),
  "tariff.check": () => done([]),
  "tariff.price": () => done({ currency: "EUR", lines: [], totalMinor: 0 }),
  "enumeration.list": () => done([enumeration]),
  "enumeration.compare": () => done({ takenAt: 1, nearly: [], missingThere: [], unusedHere: ["alma9"], same: [] }),
  "module.list": () => done([buildModule()]),
  "module.configuration": () => done(null),
  "department.list": () => done([{ id: "department-1", revision: 1, name: "Riga floor", members: [] }]),
  "data-centre.list": () => done([{ id: "data-centre-1", revision: 1, name: "Riga" }]),
  "operator.list": () => done([buildOperator()]),
  "token.list": () =>
    done([
      {
        id: "token-1",
        name: "Night backup",
        operator: "Olga",
        calls: ["backup.make"],
        createdAt: 1,
        expiresAt: null,
        lastUsedAt: null,
      },
    ]),
  "service.get": () =>
    done({ service, customerEmail: "ops@baltic.example", taskIds: [], openTaskId: null, actions: [], history: [] }),
  "form-draft.get": () => done(null),
};

function openTask(role: Role, change: Partial<TaskRow>): void {
  installFakeBridge(
    { ...nothing, "task.get": () => done(buildTaskDetail({ task: buildTask({ moduleType: "manual", ...change }) })) },
    role,
  );
  show(<TaskPane taskId="task-1" />);
}

function openScreen(role: Role, name: ScreenName, id: string | null, screenOf: () => React.JSX.Element): void {
  installFakeBridge(nothing, role);
  useConsole.getState().open(name, id);
  show(screenOf());
}

function button(name: string | RegExp): HTMLElement | null {
  return screen.queryByRole("button", { name });
}

/** Whether the field stands among fields that are only read. */
function isReadOnly(field: HTMLElement): boolean {
  return field.closest("fieldset")?.disabled === true;
}

describe("an auditor", () => {
  test("sees an open task without a way to accept it, by key neither", async () => {
    openTask("auditor", { state: "open", performer: null });
    expect(await screen.findByText("Nobody has accepted this task yet.")).toBeTruthy();
    expect(button(/Accept/)).toBeNull();
    expect(availableCommands()).not.toContain("acceptTask");
  });

  test("cannot close a task that they held as a technician", async () => {
    openTask("auditor", { state: "in-work", performer: "Olga" });
    expect(await screen.findByText("Card")).toBeTruthy();
    expect(button(/Close task/)).toBeNull();
    expect(screen.queryByRole("form", { name: "Card" })).toBeNull();
  });

  test("reads why a step stopped without deciding about it", () => {
    installFakeBridge({}, "auditor");
    const trouble = { kind: "refused", message: "No such port", differences: [] } as const;
    show(<StepList steps={[buildAction({ state: "needs-attention", trouble: { ...trouble, differences: [] } })]} />);
    expect(screen.getByText("No such port")).toBeTruthy();
    expect(button("Retry")).toBeNull();
    expect(button("Discard")).toBeNull();
  });

  test("sees a service without what would change it", async () => {
    installFakeBridge(nothing, "auditor");
    show(<ServicePane id="service-1" />);
    expect((await screen.findAllByText("Baltic Freight")).length).toBeGreaterThan(0);
    expect(button("Suspend")).toBeNull();
  });
});

test("an auditor reads who has tokens, and neither makes nor removes one", async () => {
  openScreen("auditor", "settings", "scripts", () => <SettingsScreen />);
  expect(await screen.findByText("Night backup")).toBeTruthy();
  expect(button("New token")).toBeNull();
  expect(button(/^Remove/)).toBeNull();
});

describe("a technician", () => {
  test("accepts tasks", async () => {
    openTask("technician", { state: "open", performer: null });
    expect(await screen.findByRole("button", { name: /Accept/ })).toBeTruthy();
    expect(availableCommands()).toContain("acceptTask");
  });

  test("reads a tariff with its options, and is told who changes it", async () => {
    openScreen("technician", "tariffs", "tariff-1", () => <TariffsScreen />);
    expect(await screen.findByText("Only an administrator changes this.")).toBeTruthy();
    expect(isReadOnly(screen.getByLabelText("Name *"))).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: /IPv4 addresses/ }));
    expect(isReadOnly(await screen.findByRole("group", { name: "IPv4 addresses" }))).toBe(true);
    for (const name of [/Save/, /^Copy/, /Add/, "New tariff"]) expect(button(name)).toBeNull();
    expect(availableCommands()).not.toContain("submitForm");
  });

  test("reads an enumeration without its remedies", async () => {
    openScreen("technician", "enumerations", "enumeration-1", () => <EnumerationsScreen />);
    expect(await screen.findByText("Only an administrator changes this.")).toBeTruthy();
    expect(await screen.findByText("alma9")).toBeTruthy();
    for (const name of [/^Add/, /Save/, /Remove/]) expect(button(name)).toBeNull();
  });

  test("reads a catalogue out and brings none in", () => {
    openScreen("technician", "catalogue", null, () => <CatalogueScreen />);
    expect(screen.getByText("Only an administrator changes this.")).toBeTruthy();
    expect(button(/Choose/)).toBeNull();
  });

  test("asks a panel again, but does not change its module", async () => {
    openScreen("technician", "modules", "module-1", () => <ModulesScreen />);
    expect(await screen.findByText("Only an administrator changes this.")).toBeTruthy();
    expect(button("Config")).not.toBeNull();
    expect(isReadOnly(screen.getByLabelText("Name *"))).toBe(true);
    for (const name of [/^Save/, "Change the connection", /^Remove/, /^Add/]) expect(button(name)).toBeNull();
  });

  test("finds no wizard behind the way to a new module", async () => {
    openScreen("technician", "modules", "new", () => <ModulesScreen />);
    expect(await screen.findByText("This module is no longer there")).toBeTruthy();
  });

  test("sees no tokens among the settings", async () => {
    openScreen("technician", "settings", "scripts", () => <SettingsScreen />);
    expect(await screen.findByRole("button", { name: "Operators", current: "page" })).toBeTruthy();
    expect(button("Scripts")).toBeNull();
  });
});

test("an administrator changes all of it", async () => {
  openScreen("administrator", "tariffs", "tariff-1", () => <TariffsScreen />);
  expect(isReadOnly(await screen.findByLabelText("Name *"))).toBe(false);
  expect(screen.queryByText("Only an administrator changes this.")).toBeNull();
  expect(button(/^Copy/)).not.toBeNull();
});
