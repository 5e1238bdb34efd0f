import { activity } from "./en/activity";
import { catalogue } from "./en/catalogue";
import { customers } from "./en/customers";
import { enumerations } from "./en/enumerations";
import { faults } from "./en/faults";
import { frame } from "./en/frame";
import { gate } from "./en/gate";
import { inbox } from "./en/inbox";
import { keyboard } from "./en/keyboard";
import { labels } from "./en/labels";
import { labelTemplates } from "./en/label-templates";
import { lists } from "./en/lists";
import { modules } from "./en/modules";
import { orders } from "./en/orders";
import { overview } from "./en/overview";
import { parts } from "./en/parts";
import { pools } from "./en/pools";
import { printers } from "./en/printers";
import { printing } from "./en/printing";
import { queue } from "./en/queue";
import { racks } from "./en/racks";
import { search } from "./en/search";
import { secrets } from "./en/secrets";
import { scan } from "./en/scan";
import { servers } from "./en/servers";
import { services } from "./en/services";
import { settings } from "./en/settings";
import { start } from "./en/start";
import { states } from "./en/states";
import { tariffs } from "./en/tariffs";
import { task } from "./en/task";
import { whereabouts } from "./en/whereabouts";

/** The English catalogue, one file a family of screens. Keys are `family.key`. */
export const en = {
  activity,
  catalogue,
  customers,
  enumerations,
  faults,
  frame,
  gate,
  inbox,
  keyboard,
  labels,
  labelTemplates,
  lists,
  modules,
  orders,
  overview,
  parts,
  pools,
  printers,
  printing,
  queue,
  racks,
  search,
  secrets,
  scan,
  servers,
  services,
  settings,
  start,
  states,
  tariffs,
  task,
  whereabouts,
} as const;
