import type { CallName, CallOutput, ParsedInput } from "../contract/calls";
import { departments, customers, dataCentres, listCustomers, removeDepartment } from "./directory";
import { discardAction, editAction, holdAction, releaseHold, resolveAction, retryAction } from "./action-decisions";
import { getAction, listActions } from "./actions";
import { compareCatalogue, exportCatalogue, importCatalogue } from "./catalogue";
import {
  addEnumeration,
  compareEnumeration,
  listEnumerations,
  removeEnumeration,
  saveEnumeration,
} from "./enumerations";
import { drawLabel } from "./label-drawing";
import { getLabelSettings, setLabelSettings } from "./label-settings";
import { addStock, listStocks, removeStock, saveStock } from "./label-stocks";
import {
  addTemplate,
  exportTemplates,
  importTemplates,
  listTemplates,
  removeTemplate,
  saveTemplate,
} from "./label-templates";
import { getLabel, listLabels, markLabels } from "./labels";
import { checkPrint } from "./print-checks";
import {
  cancelPrint,
  confirmPrint,
  getPrintJob,
  listPrintJobs,
  readPrintFile,
  retryPrint,
  startPrint,
} from "./printing";
import { addPrinter, askPrinter, findPrinters, listPrinters, removePrinter, savePrinter } from "./printers";
import { placeScanned } from "./placing";
import { readScan } from "./scanning";
import { countUnread, listMessages, markRead } from "./messages";
import { checkRoutes, compareModule, findConfiguration, refreshModule } from "./module-configuration";
import { changeService, checkServiceChange } from "./service-changes";
import { finishByHand, retryTask } from "./task-decisions";
import type { App } from "./app";
import { copyPassword, forecastCard, discardDraft, revealPassword, saveCard, saveDraft } from "./cards";
import { dismissNotice, listBackups, makeBackup, reportStore, restoreBackup } from "./backups";
import { closeTask } from "./closing";
import { describeConsole, openProfile } from "./console";
import { addOperator, listOperators, saveOperator, setOwnSecret } from "./operators";
import { setUpProfile } from "./profile-set-up";
import { listSignInOffers, lockConsole, signIn, signInByToken, signOut } from "./sign-in";
import { getSiteSettings, setSiteSettings } from "./site-settings";
import { bundleForSupport } from "./support";
import { addToken, listTokens, removeToken } from "./tokens";
import { makeRecoveryCode, protectVault, rekeyVault, unlockVault } from "./vault-keeping";
import { discardFormDraft, getFormDraft, saveFormDraft } from "./form-drafts";
import { exportJournal, getJournalEntry, listJournal, verifyJournal } from "./journal";
import { holdModule, releaseModule } from "./module-holds";
import { addModule, listModules, removeModule, reportConnection, saveModule, trustCertificate } from "./modules";
import { cancelOrder, checkOrder, placeOrder } from "./orders";
import { getPreferences, setPreferences } from "./preferences";
import {
  addConnection,
  createServer,
  getRack,
  getServer,
  listPduPorts,
  listSwitchPorts,
  listUsers,
  removeConnection,
  setOwner,
  setPower,
} from "./servers";
import { listServers } from "./server-lists";
import { closeService, getService, listServices, resumeService, suspendService } from "./services";
import {
  addTariff,
  checkTariff,
  listTariffVersions,
  listTariffs,
  priceTariff,
  removeTariff,
  saveTariff,
} from "./tariffs";
import { cancelMirror, listMirrors, refreshMirror } from "./mirrors";
import { findNextFree, listPools } from "./pools";
import { drawRacks } from "./rack-drawing";
import { getElevation, listRacks } from "./racks";
import { planUnits, withdrawPlan } from "./rack-plans";
import { releaseUnits, reserveUnits, setRackCapacity } from "./rack-reservations";
import { exportList } from "./list-export";
import { findEverywhere } from "./searching";
import { getStatistics } from "./statistics";
import { addView, listViews, removeView, saveView } from "./views";
import { locateServer } from "./whereabouts";
import { acceptTask, getTask, listTasks, releaseTask } from "./tasks";

export type Handlers = {
  readonly [Name in CallName]: (app: App, input: ParsedInput<Name>) => Promise<CallOutput<Name>>;
};

/** Call name → use case. The compiler holds this table to the contract. */
export const handlers: Handlers = {
  "console.describe": describeConsole,
  "profile.set-up": setUpProfile,
  "operator.offers": listSignInOffers,
  "operator.sign-in": signIn,
  "operator.sign-in-by-token": signInByToken,
  "operator.lock": lockConsole,
  "operator.sign-out": signOut,
  "operator.set-own-secret": setOwnSecret,
  "operator.list": listOperators,
  "operator.add": addOperator,
  "operator.save": saveOperator,
  "token.list": listTokens,
  "token.add": addToken,
  "token.remove": removeToken,
  "site-settings.get": getSiteSettings,
  "site-settings.set": setSiteSettings,
  "vault.unlock": unlockVault,
  "vault.protect": protectVault,
  "vault.make-recovery-code": makeRecoveryCode,
  "vault.rekey": rekeyVault,
  "preference.get": getPreferences,
  "preference.set": setPreferences,
  "menu.show": () => Promise.resolve({}),
  "profile.open": openProfile,

  "support.bundle": bundleForSupport,
  "store.report": reportStore,
  "store.dismiss-notice": dismissNotice,
  "backup.list": listBackups,
  "backup.make": makeBackup,
  "backup.restore": restoreBackup,

  "department.list": departments.list,
  "department.add": (app, input) => departments.add(app, "department.add", input),
  "department.save": (app, input) => departments.save(app, "department.save", input),
  "department.remove": removeDepartment,
  "data-centre.list": dataCentres.list,
  "data-centre.add": (app, input) => dataCentres.add(app, "data-centre.add", input),
  "data-centre.save": (app, input) => dataCentres.save(app, "data-centre.save", input),
  "customer.list": listCustomers,
  "customer.get": (app, { id }) => customers.get(app, id),
  "customer.add": (app, input) => customers.add(app, "customer.add", input),
  "customer.save": (app, input) => customers.save(app, "customer.save", input),

  "module.list": listModules,
  "module.try": reportConnection,
  "module.add": addModule,
  "module.save": saveModule,
  "module.trust": trustCertificate,
  "module.remove": removeModule,
  "module.hold": holdModule,
  "module.release-hold": releaseModule,
  "module.refresh": refreshModule,
  "module.compare": compareModule,
  "module.configuration": findConfiguration,
  "module.check-routes": checkRoutes,
  "link.list": async (app) => [...(await app.courier.links())],
  "link.probe": (app, { id }) => app.courier.probe(id),

  "tariff.list": listTariffs,
  "tariff.add": addTariff,
  "tariff.save": saveTariff,
  "tariff.remove": removeTariff,
  "tariff.versions": listTariffVersions,
  "tariff.check": checkTariff,
  "tariff.price": priceTariff,

  "enumeration.list": listEnumerations,
  "enumeration.add": addEnumeration,
  "enumeration.save": saveEnumeration,
  "enumeration.remove": removeEnumeration,
  "enumeration.compare": compareEnumeration,

  "catalogue.export": exportCatalogue,
  "catalogue.compare": compareCatalogue,
  "catalogue.import": importCatalogue,

  "order.check": checkOrder,
  "order.place": placeOrder,
  "order.cancel": cancelOrder,

  "service.list": listServices,
  "service.get": getService,
  "service.suspend": suspendService,
  "service.resume": resumeService,
  "service.close": closeService,
  "service.check-change": checkServiceChange,
  "service.change": changeService,

  "task.list": listTasks,
  "task.get": getTask,
  "task.accept": acceptTask,
  "task.release": releaseTask,
  "task.close": closeTask,
  "task.retry": retryTask,
  "task.finish-by-hand": finishByHand,
  "card.save": saveCard,
  "card.reveal": revealPassword,
  "card.copy-password": copyPassword,
  "card.forecast": forecastCard,
  "draft.save": saveDraft,
  "draft.discard": discardDraft,
  "form-draft.get": getFormDraft,
  "form-draft.save": saveFormDraft,
  "form-draft.discard": discardFormDraft,

  "server.list": listServers,
  "server.get": getServer,
  "server.locate": locateServer,
  "server.create": createServer,
  "server.set-owner": setOwner,
  "server.add-connection": addConnection,
  "server.remove-connection": removeConnection,
  "server.set-power": setPower,
  "rack.get": getRack,
  "rack.list": listRacks,
  "rack.elevation": getElevation,
  "rack.reserve": reserveUnits,
  "rack.release": releaseUnits,
  "rack.plan": planUnits,
  "rack.withdraw-plan": withdrawPlan,
  "rack.set-capacity": setRackCapacity,
  "rack.draw": drawRacks,
  "pool.list": listPools,
  "pool.next-free": findNextFree,
  "mirror.list": listMirrors,
  "mirror.refresh": refreshMirror,
  "mirror.cancel": cancelMirror,
  "switch.ports": listSwitchPorts,
  "pdu.ports": listPduPorts,
  "user.list": listUsers,

  "label.list": listLabels,
  "label.get": getLabel,
  "label.mark": markLabels,
  "label.draw": drawLabel,
  "label-settings.get": getLabelSettings,
  "label-settings.set": setLabelSettings,
  "label-template.list": listTemplates,
  "label-template.add": addTemplate,
  "label-template.save": saveTemplate,
  "label-template.remove": removeTemplate,
  "label-template.export": exportTemplates,
  "label-template.import": importTemplates,
  "label-stock.list": listStocks,
  "label-stock.add": addStock,
  "label-stock.save": saveStock,
  "label-stock.remove": removeStock,
  "printer.list": listPrinters,
  "printer.add": addPrinter,
  "printer.save": savePrinter,
  "printer.remove": removePrinter,
  "printer.find": findPrinters,
  "printer.status": askPrinter,
  "print.check": checkPrint,
  "print.start": startPrint,
  "print.list": listPrintJobs,
  "print.get": getPrintJob,
  "print.cancel": cancelPrint,
  "print.retry": retryPrint,
  "print.confirm": confirmPrint,
  "print.file": readPrintFile,
  "scan.read": readScan,
  "scan.place": placeScanned,

  "action.list": listActions,
  "action.get": getAction,
  "action.retry": retryAction,
  "action.discard": discardAction,
  "action.hold": holdAction,
  "action.release-hold": releaseHold,
  "action.edit": editAction,
  "action.resolve": resolveAction,

  "message.list": listMessages,
  "message.unread": countUnread,
  "message.mark-read": markRead,
  "search.find": findEverywhere,
  "view.list": listViews,
  "view.add": addView,
  "view.save": saveView,
  "view.remove": removeView,
  "list.export": exportList,
  "statistics.get": getStatistics,
  "journal.list": listJournal,
  "journal.get": getJournalEntry,
  "journal.verify": verifyJournal,
  "journal.export": exportJournal,
};
