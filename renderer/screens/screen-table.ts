import {
  IconActivity,
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
import type { ComponentType } from "react";
import type { ShortcutId } from "../keyboard";
import type { ScreenName } from "../stores/view";
import { ActivityScreen } from "./activity/activity-screen";
import { CatalogueScreen } from "./catalogue/catalogue-screen";
import { EnumerationsScreen } from "./enumerations/enumerations-screen";
import { InboxScreen } from "./inbox/inbox-screen";
import { LabelTemplatesScreen } from "./label-templates/label-templates-screen";
import { LabelsScreen } from "./labels/labels-screen";
import { ModulesScreen } from "./modules/modules-screen";
import { OrderScreen } from "./orders/order-screen";
import { PoolsScreen } from "./pools/pools-screen";
import { PrintJobsScreen } from "./print-jobs/print-jobs-screen";
import { PrintersScreen } from "./printers/printers-screen";
import { QueueScreen } from "./queue/queue-screen";
import { RacksScreen } from "./racks/racks-screen";
import { ServersScreen } from "./servers/servers-screen";
import { ServicesScreen } from "./services/services-screen";
import { SettingsScreen } from "./settings/settings-screen";
import { StartScreen } from "./start/start-screen";
import { TariffsScreen } from "./tariffs/tariffs-screen";

interface ScreenDefinition {
  readonly component: ComponentType;
  /** The screen of the rail that this one is a part of. */
  readonly partOf?: ScreenName;
  /** Present for the screens that stand in the rail. */
  readonly rail?: { readonly icon: TablerIcon; readonly shortcut: ShortcutId };
}

/** Every screen of the window, in the order of the rail. */
export const screenTable: Readonly<Record<ScreenName, ScreenDefinition>> = {
  queue: { component: QueueScreen, rail: { icon: IconChecklist, shortcut: "goQueue" } },
  inbox: { component: InboxScreen, rail: { icon: IconInbox, shortcut: "goInbox" } },
  services: { component: ServicesScreen, rail: { icon: IconPackage, shortcut: "goServices" } },
  servers: { component: ServersScreen, rail: { icon: IconServer, shortcut: "goServers" } },
  racks: { component: RacksScreen, rail: { icon: IconColumns, shortcut: "goRacks" } },
  pools: { component: PoolsScreen, partOf: "racks" },
  labels: { component: LabelsScreen, rail: { icon: IconTag, shortcut: "goLabels" } },
  printJobs: { component: PrintJobsScreen, partOf: "labels" },
  labelTemplates: { component: LabelTemplatesScreen, partOf: "labels" },
  printers: { component: PrintersScreen, partOf: "labels" },
  tariffs: { component: TariffsScreen, rail: { icon: IconReceipt2, shortcut: "goTariffs" } },
  enumerations: { component: EnumerationsScreen, partOf: "tariffs" },
  catalogue: { component: CatalogueScreen, partOf: "tariffs" },
  modules: { component: ModulesScreen, rail: { icon: IconPlugConnected, shortcut: "goModules" } },
  activity: { component: ActivityScreen, rail: { icon: IconActivity, shortcut: "goActivity" } },
  settings: { component: SettingsScreen, rail: { icon: IconSettings, shortcut: "goSettings" } },
  start: { component: StartScreen },
  order: { component: OrderScreen },
};

export const screenNames = Object.keys(screenTable) as readonly ScreenName[];
