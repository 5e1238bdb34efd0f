import { z } from "zod";
import {
  emptyShape,
  idShape,
  instantShape,
  lineShape,
  keysetPageInputShape,
  keysetPageShape,
  pageInputShape,
  revisionShape,
  savedShape,
} from "./shapes/basics";
import {
  actionEditShape,
  actionFilterShape,
  actionShape,
  listedActionShape,
  newConnectionShape,
  newServerShape,
  receiptShape,
} from "./shapes/action";
import { consoleDescriptionShape } from "./shapes/console";
import {
  newSecretShape,
  operatorInputShape,
  operatorNameShape,
  operatorSaveShape,
  operatorShape,
  roleShape,
  signInOfferShape,
  siteSettingsShape,
  tokenShape,
} from "./shapes/operator";
import { recoveryCodeShape, vaultPassphraseShape, vaultStateShape } from "./shapes/vault";
import {
  customerInputShape,
  customerShape,
  dataCentreInputShape,
  dataCentreShape,
  departmentInputShape,
  departmentShape,
} from "./shapes/directory";
import {
  configurationReportShape,
  connectionInputShape,
  connectionReportShape,
  linkShape,
  moduleInputShape,
  moduleRowShape,
  moduleSaveShape,
  moduleShape,
  routeReportShape,
} from "./shapes/module";
import {
  csvPieceShape,
  customerSortColumns,
  listNameShape,
  sortShape,
  viewContentShape,
  viewShape,
} from "./shapes/list";
import { mirrorShape, mirroredServerShape, nextFreeShape, poolUseShape, whereaboutsShape } from "./shapes/mirror";
import {
  elevationShape,
  rackCapacityShape,
  rackDrawingRequestShape,
  rackPlanInputShape,
  rackRowShape,
  reservationInputShape,
  reservationShape,
} from "./shapes/rack";
import { searchAnswerShape, searchKindShape } from "./shapes/search";
import { statisticsShape } from "./shapes/statistics";
import { serverFilterShape } from "./shapes/server-filter";
import { formDraftInputShape, formDraftShape, formNameShape } from "./shapes/form-draft";
import {
  drawingShape,
  labelKindShape,
  labelRemarkShape,
  labelSettingsShape,
  labelSubjectShape,
  labelValuesShape,
  labelledShape,
  stockContentShape,
  stockShape,
  templateContentShape,
  templateFileShape,
  templateShape,
} from "./shapes/label";
import {
  foundPrinterShape,
  printCheckShape,
  printJobShape,
  printRequestShape,
  printerContentShape,
  printerShape,
  printerStatusShape,
} from "./shapes/printer";
import { placementShape, scanShape } from "./shapes/scan";
import { preferencesInputShape, preferencesShape } from "./shapes/preference";
import { backupShape, storeReportShape } from "./shapes/store";
import { panelUserShape, pduPortShape, rackLayoutShape, serverFactsShape, switchPortShape } from "./shapes/panel";
import {
  changeReportShape,
  moduleTrialShape,
  serviceDetailShape,
  serviceFilterShape,
  serviceRowShape,
} from "./shapes/service";
import {
  amountsShape,
  choicesShape,
  periodMonthsShape,
  priceShape,
  remarkShape,
  tariffContentShape,
  tariffInputShape,
  tariffRowShape,
  tariffSaveShape,
  tariffShape,
  tariffVersionShape,
} from "./shapes/tariff";
import { catalogueReportShape, catalogueShape, importedShape } from "./shapes/catalogue";
import { enumerationComparisonShape, enumerationInputShape, enumerationShape } from "./shapes/enumeration";
import { journalEntryShape, journalFilterShape, journalFormatShape, journalReportShape } from "./shapes/journal";
import { menuShape } from "./shapes/menu";
import { messageRowShape, unreadShape } from "./shapes/message";
import {
  addressForecastShape,
  cardFieldsShape,
  draftShape,
  stockForecastShape,
  taskDetailShape,
  taskFilterShape,
  taskRowShape,
} from "./shapes/task";

interface CallDefinition {
  /** `read` changes nothing; `write` may. */
  readonly effect: "read" | "write";
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const byId = z.object({ id: idShape });
const byIdAndRevision = z.object({ id: idShape, revision: revisionShape });
/** The form draft that this call takes over; it goes in the same transaction. */
const usedUpForm = { form: formNameShape.optional() };
const serverAddress = z.object({ moduleId: idShape, serverId: z.number().int().positive() });
/** Facts with their age: `isLive` is false when the panel was out of reach and the last known ones are given. */
const observed = <Shape extends z.ZodType>(facts: Shape) =>
  z.object({ facts, takenAt: instantShape, isLive: z.boolean(), reason: z.string() });
const orderShape = z.object({
  tariffId: idShape,
  periodMonths: periodMonthsShape,
  amounts: amountsShape.default({}),
  choices: choicesShape.default({}),
});
const serviceChangeShape = z.object({
  id: idShape,
  amounts: amountsShape.default({}),
  choices: choicesShape.default({}),
  /** Moves the service to the tariff's current version along with it. */
  toCurrentTariff: z.boolean().default(false),
});

/** Every question and order that a window, a script or a test can put to the program. The allow-list. */
export const calls = {
  "console.describe": {
    effect: "read",
    summary: "Version, profile, operator and how secrets are kept",
    input: emptyShape,
    output: consoleDescriptionShape,
  },
  "operator.offers": {
    effect: "read",
    summary: "Who may sign in here, for the sign-in screen",
    input: emptyShape,
    output: z.array(signInOfferShape),
  },
  "operator.sign-in": {
    effect: "write",
    summary: "Sign in, unlock or take over from whoever is signed in; wrong attempts make the next one wait",
    input: z.object({ name: operatorNameShape, secret: z.string().max(500) }),
    output: z.object({ operator: z.string(), role: roleShape }),
  },
  "operator.sign-in-by-token": {
    effect: "write",
    summary: "Sign a script in for the calls that its token names",
    input: z.object({ token: z.string().max(200) }),
    output: z.object({ operator: z.string(), role: roleShape }),
  },
  "operator.lock": {
    effect: "write",
    summary: "Lock the console; whoever is signed in unlocks it and goes on where they were",
    input: emptyShape,
    output: emptyShape,
  },
  "operator.sign-out": { effect: "write", summary: "Leave the console", input: emptyShape, output: emptyShape },
  "operator.set-own-secret": {
    effect: "write",
    summary: "Change one's own PIN or passphrase",
    input: z.object({ present: z.string().max(500), secret: newSecretShape }),
    output: emptyShape,
  },
  "operator.list": { effect: "read", summary: "All operators", input: emptyShape, output: z.array(operatorShape) },
  "operator.add": { effect: "write", summary: "Add an operator", input: operatorInputShape, output: operatorShape },
  "operator.save": {
    effect: "write",
    summary: "Change an operator's role, PIN or passphrase, or switch them off; the last administrator stays",
    input: operatorSaveShape,
    output: operatorShape,
  },
  "token.list": { effect: "read", summary: "Tokens of scripts", input: emptyShape, output: z.array(tokenShape) },
  "token.add": {
    effect: "write",
    summary: "Make a token for named calls; its text is told this once",
    input: z.object({
      name: lineShape(80),
      operatorId: idShape,
      calls: z.array(z.string().max(60)).min(1, "Name at least one call").max(200),
      expiresAt: instantShape.nullable().default(null),
    }),
    output: z.object({ token: tokenShape, text: z.string() }),
  },
  "token.remove": { effect: "write", summary: "Remove a token", input: byId, output: emptyShape },
  "site-settings.get": {
    effect: "read",
    summary: "What holds for every workstation of the site",
    input: emptyShape,
    output: siteSettingsShape,
  },
  "site-settings.set": {
    effect: "write",
    summary: "Change some of the site's settings; answers all of them",
    input: siteSettingsShape.partial(),
    output: siteSettingsShape,
  },

  "profile.set-up": {
    effect: "write",
    summary:
      "Make the first administrator, who is then signed in, and protect the site's secrets; tells the recovery code, this once",
    input: z.object({
      administrator: z.object({
        name: operatorNameShape,
        passphrase: z.string().min(10, "At least 10 characters").max(200),
      }),
      /** Null: the desktop's keychain wraps the key; refused where there is none that can be trusted. */
      vaultPassphrase: vaultPassphraseShape,
    }),
    output: z.object({ recoveryCode: recoveryCodeShape }),
  },
  "vault.unlock": {
    effect: "write",
    summary: "Open the site's secrets with the passphrase or the recovery code",
    input: z.discriminatedUnion("by", [
      z.object({ by: z.literal("passphrase"), text: z.string().max(500) }),
      z.object({ by: z.literal("recovery-code"), text: z.string().max(100) }),
    ]),
    output: vaultStateShape,
  },
  "vault.protect": {
    effect: "write",
    summary: "Wrap the open key anew: by the keychain of this desktop, or by a passphrase",
    input: z.object({ vaultPassphrase: vaultPassphraseShape }),
    output: vaultStateShape,
  },
  "vault.make-recovery-code": {
    effect: "write",
    summary: "Make a new recovery code; the one before opens nothing any more",
    input: emptyShape,
    output: z.object({ recoveryCode: recoveryCodeShape }),
  },
  "vault.rekey": {
    effect: "write",
    summary: "Make a new key and seal every secret with it; tells the recovery code of the new key, this once",
    input: z.object({ vaultPassphrase: vaultPassphraseShape }),
    output: z.object({
      recoveryCode: recoveryCodeShape,
      resealed: z.number().int(),
      /** Secrets that the key before could not read either; they have to be entered again. */
      unreadable: z.number().int(),
    }),
  },
  "profile.open": {
    effect: "write",
    summary: "Open the practice site or the site profile (window only); refused with the count while steps wait",
    input: z.object({
      profile: z.enum(["practice", "site"]),
      /** Leaves waiting steps in their profile: they go out when it is opened again. */
      evenIfWaiting: z.boolean().default(false),
    }),
    output: emptyShape,
  },
  "preference.get": {
    effect: "read",
    summary: "How this workstation likes its window",
    input: emptyShape,
    output: preferencesShape,
  },
  "preference.set": {
    effect: "write",
    summary: "Change some of the preferences; answers all of them",
    input: preferencesInputShape,
    output: preferencesShape,
  },
  "menu.show": {
    effect: "read",
    summary:
      "Put the commands of the window into the menu of the host, if it has one; what is chosen comes as an event",
    input: menuShape,
    output: emptyShape,
  },

  "support.bundle": {
    effect: "read",
    summary: "What a person who helps needs to see, as text without secrets, names of customers or addresses",
    input: emptyShape,
    output: z.object({ name: z.string(), text: z.string() }),
  },
  "store.report": {
    effect: "read",
    summary: "How the profile's database fares: damage at the start, backups, drafts kept in memory",
    input: emptyShape,
    output: storeReportShape,
  },
  "store.dismiss-notice": {
    effect: "write",
    summary: "Stop telling what happened at the start",
    input: emptyShape,
    output: emptyShape,
  },
  "backup.list": {
    effect: "read",
    summary: "Backups of the profile, newest first",
    input: emptyShape,
    output: z.array(backupShape),
  },
  "backup.make": { effect: "write", summary: "Back the profile up now", input: emptyShape, output: backupShape },
  "backup.restore": {
    effect: "write",
    summary:
      "Go back to a backup; the present state becomes a backup first, and every unfinished step looks before it acts",
    input: backupShape.pick({ name: true }),
    output: z.object({ present: backupShape }),
  },

  "department.list": {
    effect: "read",
    summary: "All departments",
    input: emptyShape,
    output: z.array(departmentShape),
  },
  "department.add": {
    effect: "write",
    summary: "Add a department",
    input: departmentInputShape,
    output: departmentShape,
  },
  "department.save": {
    effect: "write",
    summary: "Change a department's name or members",
    input: departmentInputShape.extend({
      ...byIdAndRevision.shape,
      /** Left out, they stay as they are. */
      members: departmentShape.shape.members.optional(),
    }),
    output: departmentShape,
  },
  "department.remove": {
    effect: "write",
    summary: "Remove a department that nothing uses",
    input: byId,
    output: emptyShape,
  },
  "data-centre.list": {
    effect: "read",
    summary: "All data centres",
    input: emptyShape,
    output: z.array(dataCentreShape),
  },
  "data-centre.add": {
    effect: "write",
    summary: "Add a data centre",
    input: dataCentreInputShape,
    output: dataCentreShape,
  },
  "data-centre.save": {
    effect: "write",
    summary: "Rename a data centre",
    input: dataCentreInputShape.extend(byIdAndRevision.shape),
    output: dataCentreShape,
  },
  "customer.list": {
    effect: "read",
    summary: "Customers by name",
    input: z.object({
      search: z.string().max(200).default(""),
      sort: sortShape(customerSortColumns),
      ...keysetPageInputShape,
    }),
    output: keysetPageShape(customerShape),
  },
  "customer.get": { effect: "read", summary: "One customer", input: byId, output: customerShape },
  "customer.add": { effect: "write", summary: "Add a customer", input: customerInputShape, output: customerShape },
  "customer.save": {
    effect: "write",
    summary: "Change a customer",
    input: customerInputShape.extend(byIdAndRevision.shape),
    output: customerShape,
  },

  "module.list": {
    effect: "read",
    summary: "Processing modules by sort",
    input: emptyShape,
    output: z.array(moduleRowShape),
  },
  "module.try": {
    effect: "read",
    summary: "Sign in to a panel and report; saves nothing",
    input: connectionInputShape,
    output: connectionReportShape,
  },
  "module.add": {
    effect: "write",
    summary: "Add a module after trying its connection",
    input: moduleInputShape.extend(usedUpForm),
    output: moduleShape,
  },
  "module.save": { effect: "write", summary: "Change a module", input: moduleSaveShape, output: moduleShape },
  "module.trust": {
    effect: "write",
    summary: "Pin the certificate that the operator has compared",
    input: z.object({ id: idShape, fingerprint: z.string().max(100) }),
    output: moduleShape,
  },
  "module.remove": {
    effect: "write",
    summary: "Remove a module that nothing uses and nothing waits for",
    input: byId,
    output: emptyShape,
  },
  "module.hold": {
    effect: "write",
    summary: "Pause sending to a panel; reading goes on",
    input: byId,
    output: linkShape,
  },
  "module.release-hold": { effect: "write", summary: "Go on sending to a panel", input: byId, output: linkShape },
  "module.refresh": {
    effect: "write",
    summary: "Read the configuration from the panel again (Config); progress comes as events",
    input: byId,
    output: configurationReportShape,
  },
  "module.compare": {
    effect: "write",
    summary: "Hold the panel against the configuration as last read, without changing it",
    input: byId,
    output: configurationReportShape,
  },
  "module.configuration": {
    effect: "read",
    summary: "The configuration as last read; null before the first time and for a module without panel",
    input: byId,
    output: configurationReportShape.nullable(),
  },
  "module.check-routes": {
    effect: "read",
    summary: "Hold the routes that Rackside uses against what the panel tells of itself",
    input: byId,
    output: routeReportShape,
  },
  "link.list": { effect: "read", summary: "Which panels are reachable", input: emptyShape, output: z.array(linkShape) },
  "link.probe": { effect: "read", summary: "Ask a panel now whether it is there", input: byId, output: linkShape },

  "tariff.list": { effect: "read", summary: "All tariffs", input: emptyShape, output: z.array(tariffRowShape) },
  "tariff.versions": {
    effect: "read",
    summary: "What a tariff said before, newest first",
    input: byId,
    output: z.array(tariffVersionShape),
  },
  "tariff.check": {
    effect: "read",
    summary: "What of a tariff would not work: modules of another type, names the panel does not have",
    input: z.object({ id: idShape.nullable().default(null), content: tariffContentShape }),
    output: z.array(remarkShape),
  },
  "tariff.price": {
    effect: "read",
    summary: "Price an order on a tariff that may not be saved yet",
    input: z.object({
      content: tariffContentShape,
      periodMonths: periodMonthsShape,
      amounts: amountsShape.default({}),
    }),
    output: priceShape,
  },
  "tariff.add": {
    effect: "write",
    summary: "Add a tariff; with createAllAddOns the usual resources come along",
    input: tariffInputShape.extend(usedUpForm),
    output: tariffShape,
  },
  "tariff.save": {
    effect: "write",
    summary: "Change a tariff; one that services run on gets a new version and they keep theirs",
    input: tariffSaveShape.extend(usedUpForm),
    output: tariffShape,
  },
  "tariff.remove": {
    effect: "write",
    summary: "Remove a tariff that no service was ever sold by",
    input: byId,
    output: emptyShape,
  },

  "enumeration.list": {
    effect: "read",
    summary: "All enumerations",
    input: emptyShape,
    output: z.array(enumerationShape),
  },
  "enumeration.add": {
    effect: "write",
    summary: "Add an enumeration",
    input: enumerationInputShape.extend(usedUpForm),
    output: enumerationShape,
  },
  "enumeration.save": {
    effect: "write",
    summary: "Change an enumeration",
    input: enumerationShape.extend(usedUpForm),
    output: enumerationShape,
  },
  "enumeration.remove": {
    effect: "write",
    summary: "Remove an enumeration that no tariff names",
    input: byId,
    output: emptyShape,
  },
  "enumeration.compare": {
    effect: "read",
    summary: "Hold an enumeration's items against the operating system images of a panel",
    input: z.object({ items: enumerationShape.shape.items, moduleId: idShape }),
    output: enumerationComparisonShape.extend({ takenAt: instantShape }),
  },

  "catalogue.export": {
    effect: "read",
    summary: "Tariffs, enumerations and modules as one document, without secrets",
    input: emptyShape,
    output: catalogueShape,
  },
  "catalogue.compare": {
    effect: "read",
    summary: "What importing a catalogue would change",
    input: z.object({ catalogue: catalogueShape }),
    output: catalogueReportShape,
  },
  "catalogue.import": {
    effect: "write",
    summary: "Take a catalogue over, all of it or nothing; new modules are switched off until they have a password",
    input: z.object({ catalogue: catalogueShape }),
    output: importedShape,
  },

  "order.check": {
    effect: "read",
    summary: "Price an order and tell what would be short",
    input: orderShape,
    output: z.object({
      price: priceShape,
      moduleTrials: z.array(moduleTrialShape),
      forecasts: z.array(addressForecastShape),
      stock: z.array(stockForecastShape),
    }),
  },
  "order.place": {
    effect: "write",
    summary: "Order a service; it is set up by itself, or a set-up task appears in the module's department",
    input: orderShape.extend({
      customerId: idShape,
      label: z.string().trim().max(120).default(""),
      note: z.string().trim().max(500).default(""),
      ...usedUpForm,
    }),
    output: z.object({
      serviceId: idShape,
      serviceNumber: z.number().int(),
      taskId: idShape,
      taskNumber: z.number().int(),
    }),
  },
  "order.cancel": {
    effect: "write",
    summary: "Withdraw an order that nobody has set up yet",
    input: z.object({ serviceId: idShape, reason: lineShape(500) }),
    output: emptyShape,
  },

  "service.list": {
    effect: "read",
    summary: "Services, newest first unless sorted otherwise",
    input: z.object({
      ...serviceFilterShape.shape,
      ...keysetPageInputShape,
    }),
    output: keysetPageShape(serviceRowShape),
  },
  "service.get": {
    effect: "read",
    summary: "One service with its steps and history",
    input: byId,
    output: serviceDetailShape,
  },
  "service.suspend": {
    effect: "write",
    summary: "Shut the server's switch ports, never a management port",
    input: byIdAndRevision,
    output: receiptShape,
  },
  "service.resume": {
    effect: "write",
    summary: "Open the server's switch ports again",
    input: byIdAndRevision,
    output: receiptShape,
  },
  "service.close": {
    effect: "write",
    summary: "Create the task for closing the service",
    input: byIdAndRevision.extend({ reason: z.string().trim().max(500).default("") }),
    output: z.object({ taskId: idShape, taskNumber: z.number().int() }),
  },

  "service.check-change": {
    effect: "read",
    summary: "What a change of configuration would change and cost",
    input: serviceChangeShape,
    output: changeReportShape,
  },
  "service.change": {
    effect: "write",
    summary: "Change a service's configuration, by itself or through a task",
    input: serviceChangeShape.extend({ revision: revisionShape, note: z.string().trim().max(500).default("") }),
    output: receiptShape.extend({ taskId: idShape.nullable(), taskNumber: z.number().int().nullable() }),
  },

  "task.list": {
    effect: "read",
    summary: "Tasks, as the queue is worked through unless sorted otherwise",
    input: taskFilterShape.extend(keysetPageInputShape),
    output: keysetPageShape(taskRowShape).extend({
      counts: z.object({
        open: z.number().int(),
        inWork: z.number().int(),
        running: z.number().int(),
        needsAttention: z.number().int(),
      }),
    }),
  },
  "task.get": { effect: "read", summary: "One task with card, draft and steps", input: byId, output: taskDetailShape },
  "task.accept": { effect: "write", summary: "Take a task; only one operator can", input: byId, output: taskRowShape },
  "task.release": {
    effect: "write",
    summary: "Give an accepted task back to the queue",
    input: byIdAndRevision,
    output: taskRowShape,
  },
  "task.close": {
    effect: "write",
    summary: "Close an accepted task; for a set-up task with the card's fields",
    input: byIdAndRevision.extend({ card: cardFieldsShape.optional() }),
    output: receiptShape,
  },
  "task.retry": {
    effect: "write",
    summary: "Try every step of a task again that needs attention",
    input: byId,
    output: receiptShape,
  },
  "task.finish-by-hand": {
    effect: "write",
    summary: "Somebody did the rest on the panel: gives the open steps up with the reason and lets the service move on",
    input: byIdAndRevision.extend({
      reason: lineShape(500),
      /** The server that the service stands on, where Rackside did not get as far as choosing one. */
      serverId: z.number().int().positive().nullable().default(null),
    }),
    output: taskRowShape,
  },
  "card.save": {
    effect: "write",
    summary: "Keep the card's fields without closing the task",
    input: z.object({ taskId: idShape, revision: revisionShape, fields: cardFieldsShape }),
    output: savedShape,
  },
  "card.reveal": {
    effect: "write",
    summary: "Read the card's password; leaves a line in the journal",
    input: z.object({ taskId: idShape }),
    output: z.object({ password: z.string() }),
  },
  "card.copy-password": {
    effect: "write",
    summary: "Put the card's password on this workstation's clipboard for a moment; leaves a line in the journal",
    input: z.object({ taskId: idShape }),
    output: z.object({ clearsAfterMs: z.number().int() }),
  },
  "card.forecast": {
    effect: "read",
    summary: "Free addresses in the pools that closing the card would use",
    input: z.object({ taskId: idShape, rack: z.string().max(2000).default("") }),
    output: z.array(addressForecastShape),
  },
  "draft.save": {
    effect: "write",
    summary: "Keep what is being typed into a card",
    input: z.object({ taskId: idShape, fields: cardFieldsShape }),
    output: draftShape,
  },
  "draft.discard": {
    effect: "write",
    summary: "Drop the draft of a card",
    input: z.object({ taskId: idShape }),
    output: emptyShape,
  },
  "form-draft.get": {
    effect: "read",
    summary: "What the operator was typing into a form",
    input: z.object({ form: formNameShape }),
    output: formDraftShape.nullable(),
  },
  "form-draft.save": {
    effect: "write",
    summary: "Keep what is being typed into a form",
    input: formDraftInputShape,
    output: formDraftShape.pick({ savedAt: true }).extend({
      /** True while the disk does not take it: it is safe from a reload of the window, but not from the end of the program. */
      isKeptInMemory: z.boolean(),
    }),
  },
  "form-draft.discard": {
    effect: "write",
    summary: "Drop the draft of a form",
    input: z.object({ form: formNameShape }),
    output: emptyShape,
  },

  "server.list": {
    effect: "read",
    summary: "Servers of one panel or of all, from the local copies; `takenAt` is the oldest of these",
    input: z.object({ ...serverFilterShape.shape, ...keysetPageInputShape }),
    output: observed(keysetPageShape(mirroredServerShape)),
  },
  "server.get": {
    effect: "read",
    summary: "A server as the panel shows it now, or as last seen",
    input: serverAddress,
    output: observed(serverFactsShape),
  },
  "server.locate": {
    effect: "read",
    summary: "Where a server or a service's equipment is and what it hangs on",
    input: z.union([serverAddress, z.object({ serviceId: idShape })]),
    output: whereaboutsShape,
  },
  "server.create": {
    effect: "write",
    summary: "Register the card's server in the panel",
    input: z.object({ taskId: idShape, server: newServerShape }),
    output: receiptShape,
  },
  "server.set-owner": {
    effect: "write",
    summary: "Set or clear the server's owner",
    input: serverAddress.extend({ ownerEmail: z.email("Not an e-mail address").nullable() }),
    output: receiptShape,
  },
  "server.add-connection": {
    effect: "write",
    summary: "Record a cable to a switch port, an outlet or a BMC",
    input: serverAddress.extend({ connection: newConnectionShape }),
    output: receiptShape,
  },
  "server.remove-connection": {
    effect: "write",
    summary: "Remove a recorded cable",
    input: serverAddress.extend({ to: z.enum(["switch", "pdu", "ipmi"]), connectionId: z.number().int().positive() }),
    output: receiptShape,
  },
  "server.set-power": {
    effect: "write",
    summary: "Switch the server on or off or reset it",
    input: serverAddress.extend({ power: z.enum(["on", "off", "reset"]) }),
    output: receiptShape,
  },
  "rack.get": {
    effect: "read",
    summary: "A rack with its units",
    input: z.object({ moduleId: idShape, rackId: z.number().int().positive() }),
    output: observed(rackLayoutShape),
  },
  "rack.list": {
    effect: "read",
    summary: "All racks that the panels tell of, with how full they are",
    input: z.object({ moduleId: idShape.nullable().default(null), search: z.string().max(200).default("") }),
    output: z.array(rackRowShape),
  },
  "rack.elevation": {
    effect: "read",
    summary: "A rack with everything that takes its units: servers, plans, reservations, service units",
    input: z.object({ moduleId: idShape, rackId: z.number().int().positive() }),
    output: elevationShape,
  },
  "rack.reserve": {
    effect: "write",
    summary: "Keep units of a rack free until a day, or mark them as the site's own; an overlap is refused",
    input: reservationInputShape,
    output: reservationShape,
  },
  "rack.release": {
    effect: "write",
    summary: "Give reserved or service units back",
    input: byId,
    output: emptyShape,
  },
  "rack.plan": {
    effect: "write",
    summary: "Say in which units a service's equipment is to be mounted; the card follows, an overlap is refused",
    input: rackPlanInputShape,
    /** Why the card's rack stayed as it was; empty when it followed. */
    output: z.object({ remark: z.string() }),
  },
  "rack.withdraw-plan": {
    effect: "write",
    summary: "Take back where a service's equipment was to be mounted",
    input: z.object({ serviceId: idShape }),
    output: emptyShape,
  },
  "rack.set-capacity": {
    effect: "write",
    summary: "Say how much power and bandwidth of a rack may be sold",
    input: z.object({ moduleId: idShape, rackId: z.number().int().positive(), capacity: rackCapacityShape }),
    output: emptyShape,
  },
  "rack.draw": {
    effect: "read",
    summary: "Racks as a file for paper or screen",
    input: rackDrawingRequestShape,
    output: z.object({ name: z.string(), base64: z.string(), pages: z.number().int() }),
  },
  "pool.list": {
    effect: "read",
    summary: "Address pools of all panels by family, fullest first",
    input: emptyShape,
    output: z.array(poolUseShape),
  },
  "pool.next-free": {
    effect: "read",
    summary: "The free addresses of a pool that come next",
    input: z.object({
      moduleId: idShape,
      poolId: z.number().int().positive(),
      family: z.enum(["ipv4", "ipv6"]),
      limit: z.number().int().min(1).max(256).default(8),
    }),
    output: nextFreeShape,
  },
  "mirror.list": {
    effect: "read",
    summary: "How complete and how old the local copies of the panels are",
    input: emptyShape,
    output: z.array(mirrorShape),
  },
  "mirror.refresh": {
    effect: "write",
    summary: "Read all servers of a panel again; answers at once, progress comes as events",
    input: byId,
    output: mirrorShape,
  },
  "mirror.cancel": { effect: "write", summary: "Stop reading a panel's servers", input: byId, output: mirrorShape },
  "switch.ports": {
    effect: "read",
    summary: "The ports of a switch, in port order",
    input: z.object({ moduleId: idShape, switchId: z.number().int().positive() }),
    output: observed(z.array(switchPortShape)),
  },
  "pdu.ports": {
    effect: "read",
    summary: "The outlets of a PDU",
    input: z.object({ moduleId: idShape, pduId: z.number().int().positive() }),
    output: observed(z.array(pduPortShape)),
  },
  "user.list": {
    effect: "read",
    summary: "Users of a panel who may own a server",
    input: z.object({ moduleId: idShape }),
    output: observed(z.array(panelUserShape)),
  },

  "label.list": {
    effect: "read",
    summary: "Servers, racks and ports that have or need a label; those that need one come first",
    input: z.object({
      kind: labelKindShape.nullable().default(null),
      onlyNeeding: z.boolean().default(false),
      search: z.string().max(200).default(""),
      ...pageInputShape,
    }),
    output: z.object({ rows: z.array(labelledShape), total: z.number().int(), needing: z.number().int() }),
  },
  "label.get": {
    effect: "read",
    summary: "What one thing's label tells, and when it was printed; gives the thing its short id if it has none yet",
    input: z.object({ subject: labelSubjectShape }),
    output: labelledShape.extend({ values: labelValuesShape }),
  },
  "label.mark": {
    effect: "write",
    summary: "Say that things need a label, or need none any more",
    input: z.object({ subjects: z.array(labelSubjectShape).min(1).max(5_000), needsLabel: z.boolean() }),
    output: emptyShape,
  },
  "label.draw": {
    effect: "read",
    summary: "Lay a template out with the values of a subject, or with sample values, as the printer would print it",
    input: z.object({
      template: z.union([z.object({ id: idShape }), z.object({ content: templateContentShape })]),
      stockId: idShape.nullable().default(null),
      printerId: idShape.nullable().default(null),
      subject: labelSubjectShape.nullable().default(null),
    }),
    output: drawingShape,
  },
  "label-settings.get": {
    effect: "read",
    summary: "What all labels of the site have in common",
    input: emptyShape,
    output: labelSettingsShape,
  },
  "label-settings.set": {
    effect: "write",
    summary: "Change what all labels have in common; labels that are printed stay readable",
    input: labelSettingsShape.partial(),
    output: labelSettingsShape,
  },
  "label-template.list": {
    effect: "read",
    summary: "Templates, built-in ones included; of one kind, or only those that fit a stock, where that is asked",
    input: z.object({
      kind: labelKindShape.nullable().default(null),
      stockId: idShape.nullable().default(null),
    }),
    output: z.array(templateShape),
  },
  "label-template.add": {
    effect: "write",
    summary: "Add a template",
    input: templateContentShape.extend(usedUpForm),
    output: templateShape,
  },
  "label-template.save": {
    effect: "write",
    summary: "Change a template; its version counts up",
    input: templateContentShape.extend({ ...byIdAndRevision.shape, ...usedUpForm }),
    output: templateShape,
  },
  "label-template.remove": { effect: "write", summary: "Remove a template", input: byId, output: emptyShape },
  "label-template.export": {
    effect: "read",
    summary: "Templates as a document",
    input: z.object({ ids: z.array(idShape).min(1).max(200) }),
    output: templateFileShape,
  },
  "label-template.import": {
    effect: "write",
    summary: "Add the templates of a document, all of them or none; one from a newer version is refused",
    input: z.object({ document: z.unknown() }),
    output: z.array(templateShape),
  },
  "label-stock.list": {
    effect: "read",
    summary: "Stock, the table of makers' stock included",
    input: emptyShape,
    output: z.array(stockShape.extend({ nextPosition: z.number().int() })),
  },
  "label-stock.add": {
    effect: "write",
    summary: "Add stock of one's own",
    input: stockContentShape,
    output: stockShape,
  },
  "label-stock.save": {
    effect: "write",
    summary: "Change stock of one's own",
    input: stockContentShape.extend(byIdAndRevision.shape),
    output: stockShape,
  },
  "label-stock.remove": {
    effect: "write",
    summary: "Remove stock of one's own that no printer has loaded",
    input: byId,
    output: emptyShape,
  },

  "printer.list": { effect: "read", summary: "Printers by name", input: emptyShape, output: z.array(printerShape) },
  "printer.add": { effect: "write", summary: "Add a printer", input: printerContentShape, output: printerShape },
  "printer.save": {
    effect: "write",
    summary: "Change a printer or what is loaded in it",
    input: printerContentShape.extend(byIdAndRevision.shape),
    output: printerShape,
  },
  "printer.remove": {
    effect: "write",
    summary: "Remove a printer that no unfinished job waits for",
    input: byId,
    output: emptyShape,
  },
  "printer.find": {
    effect: "read",
    summary: "Look for printers on the network and in the system",
    input: emptyShape,
    output: z.array(foundPrinterShape),
  },
  "printer.status": { effect: "read", summary: "Ask a printer how it is", input: byId, output: printerStatusShape },
  "print.check": {
    effect: "read",
    summary: "How many labels and pages it would be, and what stands against them",
    input: printRequestShape,
    output: printCheckShape,
  },
  "print.start": {
    effect: "write",
    summary: "Queue labels for a printer; warnings have to be named to be printed over",
    input: printRequestShape.extend({
      /** Rules of the warnings that the operator has seen and prints over. */
      override: z.array(labelRemarkShape.shape.rule).default([]),
    }),
    output: printJobShape,
  },
  "print.list": {
    effect: "read",
    summary: "Print jobs, newest first",
    input: z.object({ onlyUnfinished: z.boolean().default(false), ...pageInputShape }),
    output: z.object({ rows: z.array(printJobShape), total: z.number().int() }),
  },
  "print.get": { effect: "read", summary: "One print job as it is now", input: byId, output: printJobShape },
  "print.cancel": {
    effect: "write",
    summary: "Stop a job; what is in the printer already still comes out",
    input: byId,
    output: printJobShape,
  },
  "print.retry": {
    effect: "write",
    summary: "Print what is not known to have come out, or all of it again",
    input: byId.extend({ from: z.enum(["rest", "start"]) }),
    output: printJobShape,
  },
  "print.confirm": {
    effect: "write",
    summary: "Say how many labels of an unsure job came out",
    input: byId.extend({ printed: z.number().int().nonnegative() }),
    output: printJobShape,
  },
  "print.file": {
    effect: "read",
    summary: "The next piece of the file that a job made, in base64, until isEnd",
    input: byId.extend({ offset: z.number().int().nonnegative().default(0) }),
    output: z.object({ name: z.string(), base64: z.string(), next: z.number().int(), isEnd: z.boolean() }),
  },

  "scan.read": {
    effect: "read",
    summary: "What a scanned text is",
    input: z.object({ text: z.string().max(2_000) }),
    output: scanShape,
  },
  "scan.place": {
    effect: "write",
    summary: "Record that a thing was scanned in a rack; says so when panel or card place it elsewhere",
    input: z.object({ rack: z.string().max(2_000), thing: z.string().max(2_000) }),
    output: placementShape,
  },

  "action.list": {
    effect: "read",
    summary: "Steps on their way to the panels",
    input: actionFilterShape.extend(keysetPageInputShape),
    output: keysetPageShape(listedActionShape),
  },
  "action.get": { effect: "read", summary: "One step as it is now", input: byId, output: listedActionShape },
  "action.retry": {
    effect: "write",
    summary: "Try a stopped or waiting step again now",
    input: byId,
    output: actionShape,
  },
  "action.discard": {
    effect: "write",
    summary: "Give a step up, with the reason",
    input: byId.extend({ reason: lineShape(500) }),
    output: actionShape,
  },
  "action.hold": {
    effect: "write",
    summary: "Pause a step that has not gone out; its lane waits",
    input: byId,
    output: actionShape,
  },
  "action.release-hold": { effect: "write", summary: "Let a paused step go on", input: byId, output: actionShape },
  "action.edit": {
    effect: "write",
    summary: "Change the values of a step that waits or needs attention",
    input: byId.extend({ edit: actionEditShape }),
    output: actionShape,
  },
  "action.resolve": {
    effect: "write",
    summary: "Decide a conflict: send what is wanted, or leave all as found and end the step",
    input: byId.extend({ choices: z.record(z.string().max(60), z.enum(["wanted", "found"])) }),
    output: actionShape,
  },
  "message.list": {
    effect: "read",
    summary: "Messages to the operator's departments, newest first",
    input: z.object({
      departmentId: idShape.nullable().default(null),
      onlyUnread: z.boolean().default(false),
      ...pageInputShape,
    }),
    output: z.object({ rows: z.array(messageRowShape), total: z.number().int() }),
  },
  "message.unread": {
    effect: "read",
    summary: "How many messages the operator has not read, by department",
    input: emptyShape,
    output: z.array(unreadShape),
  },
  "message.mark-read": {
    effect: "write",
    summary: "Mark messages as read by the operator",
    input: z.object({ ids: z.array(idShape).max(1_000) }),
    output: emptyShape,
  },
  "journal.list": {
    effect: "read",
    summary: "What was done, by whom, when, where and what it changed; newest first",
    input: journalFilterShape.extend(keysetPageInputShape),
    output: keysetPageShape(journalEntryShape),
  },
  "journal.get": { effect: "read", summary: "One entry of the journal", input: byId, output: journalEntryShape },
  "search.find": {
    effect: "read",
    summary: "Look for a text in everything: numbers, labels, serials, addresses, racks, customers; whole words first",
    input: z.object({
      text: z.string().max(200),
      /** Null: all kinds. */
      kind: searchKindShape.nullable().default(null),
      /** Hits of each kind. */
      limit: z.number().int().min(1).max(100).default(6),
    }),
    output: searchAnswerShape,
  },
  "view.list": {
    effect: "read",
    summary: "Saved views that the operator can use, by name",
    input: z.object({ list: listNameShape.nullable().default(null) }),
    output: z.array(viewShape),
  },
  "view.add": { effect: "write", summary: "Save a view of a list", input: viewContentShape, output: viewShape },
  "view.save": {
    effect: "write",
    summary: "Change a saved view; one's own, or a shared one",
    input: viewContentShape.extend(byIdAndRevision.shape),
    output: viewShape,
  },
  "view.remove": { effect: "write", summary: "Remove a saved view", input: byId, output: emptyShape },
  "list.export": {
    effect: "read",
    summary: "The next piece of a list as CSV, filtered and sorted as the list is",
    input: z.object({
      /** A list and its filter, as its own call takes it, without the page. */
      list: z.discriminatedUnion("name", [
        z.object({ name: z.literal("tasks"), filter: taskFilterShape }),
        z.object({ name: z.literal("services"), filter: serviceFilterShape }),
        z.object({ name: z.literal("servers"), filter: serverFilterShape }),
        z.object({
          name: z.literal("customers"),
          filter: z.object({ search: z.string().max(200).default(""), sort: sortShape(customerSortColumns) }),
        }),
        z.object({ name: z.literal("steps"), filter: actionFilterShape }),
        /** For whoever may make `journal.export`. */
        z.object({ name: z.literal("journal"), filter: journalFilterShape }),
      ]),
      after: z.string().max(1_000).nullable().default(null),
    }),
    output: csvPieceShape,
  },
  "statistics.get": {
    effect: "read",
    summary: "How the site fares: queue by age, throughput by day, failures by panel, links",
    input: z.object({ days: z.number().int().min(1).max(366).default(14) }),
    output: statisticsShape,
  },
  "journal.verify": {
    effect: "read",
    summary: "Hold every entry against the chain of hashes; names the first link that is broken",
    input: emptyShape,
    output: journalReportShape,
  },
  "journal.export": {
    effect: "read",
    summary: "The next entries as text of a file that can be verified; oldest first, until isEnd",
    input: z.object({
      format: journalFormatShape,
      /** The `last` of the piece before; the first piece of a CSV begins with the heading. */
      after: z.number().int().nonnegative().default(0),
    }),
    output: z.object({
      text: z.string(),
      entries: z.number().int(),
      /** Entries of the whole journal, for showing how far it is. */
      total: z.number().int(),
      last: z.number().int(),
      isEnd: z.boolean(),
    }),
  },
} as const satisfies Record<string, CallDefinition>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller writes: fields with a default may be left out. */
export type CallInput<Name extends CallName> = z.input<Calls[Name]["input"]>;
/** What a handler receives. */
export type ParsedInput<Name extends CallName> = z.output<Calls[Name]["input"]>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]["output"]>;

export function isCallName(text: string): text is CallName {
  return Object.hasOwn(calls, text);
}
