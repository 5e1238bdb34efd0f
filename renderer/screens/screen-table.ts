import {
  IconActivity,
  IconChartBar,
  IconChecklist,
  IconColumns,
  IconInbox,
  IconPackage,
  IconPlugConnected,
  IconReceipt2,
  IconServer,
  IconSettings,
  IconTag,
  type TablerIcon,
} from "@tabler/icons-react";
import type { CommandId } from "../commands";
import type { ScreenName } from "../stores/view";
import { lazyScreen, type LazyScreen } from "./lazy-screen";

interface ScreenDefinition extends LazyScreen {
  /** The screen of the rail that this one is a part of. */
  readonly partOf?: ScreenName;
  /** Present for the screens that stand in the rail. */
  readonly rail?: { readonly icon: TablerIcon; readonly shortcut: CommandId };
}

/** Every screen of the window, in the order of the rail. */
export const screenTable: Readonly<Record<ScreenName, ScreenDefinition>> = {
  overview: {
    ...lazyScreen(async () => (await import("./overview/overview-screen")).OverviewScreen),
    rail: { icon: IconChartBar, shortcut: "goOverview" },
  },
  queue: {
    ...lazyScreen(async () => (await import("./queue/queue-screen")).QueueScreen),
    rail: { icon: IconChecklist, shortcut: "goQueue" },
  },
  inbox: {
    ...lazyScreen(async () => (await import("./inbox/inbox-screen")).InboxScreen),
    rail: { icon: IconInbox, shortcut: "goInbox" },
  },
  services: {
    ...lazyScreen(async () => (await import("./services/services-screen")).ServicesScreen),
    rail: { icon: IconPackage, shortcut: "goServices" },
  },
  customers: {
    ...lazyScreen(async () => (await import("./customers/customers-screen")).CustomersScreen),
    partOf: "services",
  },
  servers: {
    ...lazyScreen(async () => (await import("./servers/servers-screen")).ServersScreen),
    rail: { icon: IconServer, shortcut: "goServers" },
  },
  racks: {
    ...lazyScreen(async () => (await import("./racks/racks-screen")).RacksScreen),
    rail: { icon: IconColumns, shortcut: "goRacks" },
  },
  pools: { ...lazyScreen(async () => (await import("./pools/pools-screen")).PoolsScreen), partOf: "racks" },
  labels: {
    ...lazyScreen(async () => (await import("./labels/labels-screen")).LabelsScreen),
    rail: { icon: IconTag, shortcut: "goLabels" },
  },
  printJobs: {
    ...lazyScreen(async () => (await import("./print-jobs/print-jobs-screen")).PrintJobsScreen),
    partOf: "labels",
  },
  labelTemplates: {
    ...lazyScreen(async () => (await import("./label-templates/label-templates-screen")).LabelTemplatesScreen),
    partOf: "labels",
  },
  printers: {
    ...lazyScreen(async () => (await import("./printers/printers-screen")).PrintersScreen),
    partOf: "labels",
  },
  tariffs: {
    ...lazyScreen(async () => (await import("./tariffs/tariffs-screen")).TariffsScreen),
    rail: { icon: IconReceipt2, shortcut: "goTariffs" },
  },
  enumerations: {
    ...lazyScreen(async () => (await import("./enumerations/enumerations-screen")).EnumerationsScreen),
    partOf: "tariffs",
  },
  catalogue: {
    ...lazyScreen(async () => (await import("./catalogue/catalogue-screen")).CatalogueScreen),
    partOf: "tariffs",
  },
  modules: {
    ...lazyScreen(async () => (await import("./modules/modules-screen")).ModulesScreen),
    rail: { icon: IconPlugConnected, shortcut: "goModules" },
  },
  activity: {
    ...lazyScreen(async () => (await import("./activity/activity-screen")).ActivityScreen),
    rail: { icon: IconActivity, shortcut: "goActivity" },
  },
  journal: {
    ...lazyScreen(async () => (await import("./activity/journal-screen")).JournalScreen),
    partOf: "activity",
  },
  settings: {
    ...lazyScreen(async () => (await import("./settings/settings-screen")).SettingsScreen),
    rail: { icon: IconSettings, shortcut: "goSettings" },
  },
  start: { ...lazyScreen(async () => (await import("./start/start-screen")).StartScreen) },
  order: { ...lazyScreen(async () => (await import("./orders/order-screen")).OrderScreen) },
};

export const screenNames = Object.keys(screenTable) as readonly ScreenName[];
