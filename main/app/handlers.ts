import type { CallName, CallOutput, ParsedInput } from "../contract/calls";
import { departments, customers, dataCentres, removeDepartment } from "./directory";
import { discardAction, editAction, holdAction, releaseHold, resolveAction, retryAction } from "./action-decisions";
import { getAction, listActions } from "./actions";
import type { App } from "./app";
import { forecastCard, discardDraft, revealPassword, saveCard, saveDraft } from "./cards";
import { dismissNotice, listBackups, makeBackup, reportStore, restoreBackup } from "./backups";
import { closeTask } from "./closing";
import { describeConsole, listOperators, openProfile, switchOperator } from "./console";
import { discardFormDraft, getFormDraft, saveFormDraft } from "./form-drafts";
import { listJournal } from "./journal";
import { holdModule, releaseModule } from "./module-holds";
import { addModule, refreshModule, removeModule, reportConnection, saveModule, trustCertificate } from "./modules";
import { cancelOrder, checkOrder, placeOrder } from "./orders";
import { getPreferences, setPreferences } from "./preferences";
import {
  addConnection,
  createServer,
  getRack,
  getServer,
  listPduPorts,
  listServers,
  listSwitchPorts,
  listUsers,
  removeConnection,
  setOwner,
  setPower,
} from "./servers";
import { closeService, getService, listServices, resumeService, suspendService } from "./services";
import { addTariff, listTariffs, saveTariff } from "./tariffs";
import { acceptTask, getTask, listTasks, releaseTask } from "./tasks";

export type Handlers = {
  readonly [Name in CallName]: (app: App, input: ParsedInput<Name>) => Promise<CallOutput<Name>>;
};

/** Call name → use case. The compiler holds this table to the contract. */
export const handlers: Handlers = {
  "console.describe": describeConsole,
  "operator.switch": switchOperator,
  "operator.list": listOperators,
  "preference.get": getPreferences,
  "preference.set": setPreferences,
  "profile.open": openProfile,

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
  "customer.list": (app, input) =>
    app.store.read(async (repositories) => {
      const { rows, total } = await repositories.customers.page(input.search, input);
      return { rows: [...rows], total };
    }),
  "customer.add": (app, input) => customers.add(app, "customer.add", input),
  "customer.save": (app, input) => customers.save(app, "customer.save", input),

  "module.list": (app) =>
    app.store.read(async (repositories) =>
      [...(await repositories.modules.list())].sort((left, right) => left.sort - right.sort),
    ),
  "module.try": reportConnection,
  "module.add": addModule,
  "module.save": saveModule,
  "module.trust": trustCertificate,
  "module.remove": removeModule,
  "module.hold": holdModule,
  "module.release-hold": releaseModule,
  "module.refresh": refreshModule,
  "module.configuration": async (app, { id }) =>
    (await app.store.read((repositories) => repositories.modules.findConfiguration(id))) ?? null,
  "link.list": async (app) => [...(await app.courier.links())],
  "link.probe": (app, { id }) => app.courier.probe(id),

  "tariff.list": listTariffs,
  "tariff.add": addTariff,
  "tariff.save": saveTariff,
  "order.check": checkOrder,
  "order.place": placeOrder,
  "order.cancel": cancelOrder,

  "service.list": listServices,
  "service.get": getService,
  "service.suspend": suspendService,
  "service.resume": resumeService,
  "service.close": closeService,

  "task.list": listTasks,
  "task.get": getTask,
  "task.accept": acceptTask,
  "task.release": releaseTask,
  "task.close": closeTask,
  "card.save": saveCard,
  "card.reveal": revealPassword,
  "card.forecast": forecastCard,
  "draft.save": saveDraft,
  "draft.discard": discardDraft,
  "form-draft.get": getFormDraft,
  "form-draft.save": saveFormDraft,
  "form-draft.discard": discardFormDraft,

  "server.list": listServers,
  "server.get": getServer,
  "server.create": createServer,
  "server.set-owner": setOwner,
  "server.add-connection": addConnection,
  "server.remove-connection": removeConnection,
  "server.set-power": setPower,
  "rack.get": getRack,
  "switch.ports": listSwitchPorts,
  "pdu.ports": listPduPorts,
  "user.list": listUsers,

  "action.list": listActions,
  "action.get": getAction,
  "action.retry": retryAction,
  "action.discard": discardAction,
  "action.hold": holdAction,
  "action.release-hold": releaseHold,
  "action.edit": editAction,
  "action.resolve": resolveAction,
  "journal.list": listJournal,
};
