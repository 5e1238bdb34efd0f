import type { en } from "./en";
import { activity } from "./ru/activity";
import { catalogue } from "./ru/catalogue";
import { customers } from "./ru/customers";
import { enumerations } from "./ru/enumerations";
import { faults } from "./ru/faults";
import { frame } from "./ru/frame";
import { gate } from "./ru/gate";
import { inbox } from "./ru/inbox";
import { keyboard } from "./ru/keyboard";
import { labelTemplates } from "./ru/label-templates";
import { labels } from "./ru/labels";
import { lists } from "./ru/lists";
import { modules } from "./ru/modules";
import { orders } from "./ru/orders";
import { overview } from "./ru/overview";
import { parts } from "./ru/parts";
import { printers } from "./ru/printers";
import { printing } from "./ru/printing";
import { queue } from "./ru/queue";
import { scan } from "./ru/scan";
import { search } from "./ru/search";
import { secrets } from "./ru/secrets";
import { servers } from "./ru/servers";
import { services } from "./ru/services";
import { settings } from "./ru/settings";
import { start } from "./ru/start";
import { states } from "./ru/states";
import { tariffs } from "./ru/tariffs";
import { task } from "./ru/task";
import { pools } from "./ru/pools";
import { racks } from "./ru/racks";
import { whereabouts } from "./ru/whereabouts";
import type { Russian } from "./russian";

/** The Russian catalogue; a family that English has not, or lacks, does not compile. */
export const ru = {
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
  printers,
  printing,
  queue,
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
  pools,
  racks,
  whereabouts,
} as const satisfies Russian<typeof en>;
