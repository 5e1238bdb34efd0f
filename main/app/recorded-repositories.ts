import type { ActionState } from "../contract/shapes/action";
import type { PrintJob, PrintState } from "../contract/shapes/printer";
import type { PrintJobRecord } from "../ports/label-store";
import type { ActionRecord, Repositories, TokenRecord } from "../ports/store";
import { noticeSetting } from "../ports/backups";
import { writes } from "./recorded-writes";
import type { Tell } from "./recorded-writes";
import { preferencesSetting, strangersSetting, vaultAttemptsSetting } from "./settings";

/** Writing methods that the journal does not tell of, and why. `test/integration/journal.test.ts` holds the list against the store. */
export const untold = {
  "modules.setHold": "module.hold and module.release-hold say it in words; it changes nothing that is kept",
  "services.nextNumber": "the number stands in the service",
  "tasks.nextNumber": "the number stands in the task",
  "drafts.put": "what is being typed is no change yet",
  "drafts.remove": "what was typed was taken over or dropped by its writer",
  "drafts.removeAll": "the task has ended, and with it what was typed for it",
  "formDrafts.put": "what is being typed is no change yet",
  "formDrafts.remove": "what was typed was taken over or dropped by its writer",
  "operators.noteSignIn": "the use case says who signed in and who was refused",
  "tokens.noteUse": "the use case says who signed in",
  "secrets.resealAll": "vault.rekey says it in words; the secrets are the same",
  "messages.markRead": "a mark for one reader",
  "labels.addKey": "another key for the same label; what it is called by is told with the service",
  "observations.put": "what a panel answered is the panel's",
  "mirror.putReading": "bookkeeping of a copy",
  "mirror.putServers": "a copy of what the panel tells is the panel's",
  "mirror.remove": "a copy of what the panel tells is the panel's",
  "mirror.removeUnseen": "a copy of what the panel tells is the panel's",
  "journal.add": "it is the journal",
} as const satisfies Readonly<Record<string, string>>;

/** Settings that are taste or bookkeeping. */
const untoldSettings: ReadonlySet<string> = new Set([
  preferencesSetting,
  noticeSetting,
  strangersSetting,
  vaultAttemptsSetting,
]);

/** The repositories of one transaction, with every write that changes something told. */
export function recordChanges(repositories: Repositories, tell: Tell): Repositories {
  const { actions, cards, customers, dataCentres, departments, enumerations } = repositories;
  const { messages, modules, operators, services, settings, tariffs, tasks, tokens } = repositories;
  const { labelStocks, labelTemplates, labels, placements, printJobs, printers } = repositories;
  const { rackCapacities, rackPlans, rackReservations, views } = repositories;
  const byId = ({ id }: { readonly id: string }) => id;
  return {
    ...repositories,
    departments: {
      ...departments,
      ...writes(departments, "department", byId, tell),
      ...removal(departments, "department", tell),
    },
    dataCentres: {
      ...dataCentres,
      ...writes(dataCentres, "data-centre", byId, tell),
      ...removal(dataCentres, "data-centre", tell),
    },
    views: { ...views, ...writes(views, "view", byId, tell), ...removal(views, "view", tell) },
    customers: { ...customers, ...writes(customers, "customer", byId, tell), ...removal(customers, "customer", tell) },
    enumerations: {
      ...enumerations,
      ...writes(enumerations, "enumeration", byId, tell),
      ...removal(enumerations, "enumeration", tell),
    },
    operators: { ...operators, ...writes(operators, "operator", byId, tell) },
    tokens: {
      ...tokens,
      async add(token) {
        await tokens.add(token);
        tell("token", token.id, undefined, publicToken(token));
      },
      async remove(id) {
        const before = await tokens.find(id);
        await tokens.remove(id);
        if (before) tell("token", id, publicToken(before), undefined);
      },
    },
    services: { ...services, ...writes(services, "service", byId, tell), ...removal(services, "service", tell) },
    cards: { ...cards, ...writes(cards, "card", ({ serviceId }) => serviceId, tell) },
    actions: { ...actions, ...writes(actions, "action", byId, tellAction(tell)) },
    modules: {
      ...modules,
      ...writes(modules, "module", byId, tell),
      ...removal(modules, "module", tell),
      async setSecret(id, secret) {
        const before = await modules.getSecret(id);
        await modules.setSecret(id, secret);
        tell("module-password", id, before, secret);
      },
      async setConfiguration(id, report) {
        const before = await modules.findConfiguration(id);
        await modules.setConfiguration(id, report);
        // Comparing changes nothing; only what was taken over counts, and of that the summary.
        const facts = (one: typeof report) => ({ takenAt: one.configuration.takenAt, lastChanges: one.lastChanges });
        tell("module-configuration", id, before && facts(before), facts(report));
      },
    },
    tariffs: {
      ...tariffs,
      ...writes(tariffs, "tariff", byId, tell),
      ...removal(tariffs, "tariff", tell),
      async putVersion(version) {
        const before = await tariffs.findVersion(version.tariffId, version.version);
        await tariffs.putVersion(version);
        tell("tariff-version", `${version.tariffId}/${String(version.version)}`, before, version);
      },
    },
    tasks: {
      ...tasks,
      ...writes(tasks, "task", byId, tell),
      ...removal(tasks, "task", tell),
      async claim(id, performer, at) {
        const before = await tasks.find(id);
        const claimed = await tasks.claim(id, performer, at);
        if (claimed) tell("task", id, before, claimed);
        return claimed;
      },
    },
    messages: {
      ...messages,
      async add(message) {
        await messages.add(message);
        tell("message", message.id, undefined, message);
      },
    },
    labelTemplates: {
      ...labelTemplates,
      ...writes(labelTemplates, "label-template", byId, tell),
      ...removal(labelTemplates, "label-template", tell),
    },
    labelStocks: {
      ...labelStocks,
      ...writes(labelStocks, "label-stock", byId, tell),
      ...removal(labelStocks, "label-stock", tell),
    },
    printers: { ...printers, ...writes(printers, "printer", byId, tell), ...removal(printers, "printer", tell) },
    labels: {
      ...labels,
      async add(label) {
        await labels.add(label);
        tell("label", label.shortId, undefined, label);
      },
      async save(label) {
        const before = await labels.find(label.shortId);
        await labels.save(label);
        tell("label", label.shortId, before, label);
      },
    },
    printJobs: { ...printJobs, ...writes(printJobs, "print-job", byId, tellJob(tell)) },
    rackReservations: {
      ...rackReservations,
      async add(reservation) {
        const added = await rackReservations.add(reservation);
        tell("rack-reservation", added.id, undefined, added);
        return added;
      },
      ...removal(rackReservations, "rack-reservation", tell),
    },
    rackPlans: {
      ...rackPlans,
      ...writes(rackPlans, "rack-plan", ({ serviceId }) => serviceId, tell),
      ...removal(rackPlans, "rack-plan", tell),
    },
    rackCapacities: {
      ...rackCapacities,
      async put(capacity) {
        const { moduleId, rackId } = capacity;
        const before = await rackCapacities.find(moduleId, rackId);
        await rackCapacities.put(capacity);
        tell("rack-capacity", `${moduleId}/${String(rackId)}`, before, capacity);
      },
    },
    placements: {
      ...placements,
      async add(placement) {
        await placements.add(placement);
        tell("placement", placement.id, undefined, placement);
      },
    },
    settings: {
      ...settings,
      async put(name, value) {
        const before = await settings.find(name);
        await settings.put(name, value);
        if (!untoldSettings.has(name))
          tell("setting", name, before === undefined ? before : { value: before }, { value });
      },
    },
  };
}

/** Without the hash: it tells a reader nothing. */
function publicToken({ hash: _, ...token }: TokenRecord): object {
  return token;
}

interface Removable {
  find(id: string): Promise<object | undefined>;
  remove(id: string): Promise<void>;
}

function removal(repository: Removable, record: string, tell: Tell) {
  return {
    async remove(id: string): Promise<void> {
      const before = await repository.find(id);
      await repository.remove(id);
      if (before) tell(record, id, before, undefined);
    },
  };
}

const underWay: ReadonlySet<ActionState> = new Set(["waiting", "sending", "confirming", "uncertain"]);

/** A step on its way goes through many states; the journal tells where it began, where it stopped and how it ended. */
function tellAction(tell: Tell): Tell {
  return (record, id, before, after) => {
    const [was, is] = [before, after] as readonly (ActionRecord | undefined)[];
    const isUnderWay = was !== undefined && is !== undefined && underWay.has(was.state) && underWay.has(is.state);
    tell(record, id, was && factsOf(was, isUnderWay), is && factsOf(is, isUnderWay));
  };
}

function factsOf(action: ActionRecord, isUnderWay: boolean): object {
  const { attempts: _1, nextAttemptAt: _2, startedAt: _3, operationId: _4, deadlineAt: _5, ...rest } = action;
  const { progress: _6, percent: _7, seen: _8, request, ...told } = rest;
  const { state, trouble, outcome, ...lasting } = told;
  const facts = { ...lasting, request: readable(request) };
  return isUnderWay ? facts : { ...facts, state, trouble, outcome };
}

const jobUnderWay: ReadonlySet<PrintState> = new Set(["waiting", "sending", "printing"]);

/** What thousands of labels say is told by what they stand for; of a job on its way the journal tells where it began and how it ended. */
function tellJob(tell: Tell): Tell {
  return (record, id, before, after) => {
    const [was, is] = [before, after] as readonly (PrintJobRecord | undefined)[];
    const isUnderWay = was !== undefined && is !== undefined && jobUnderWay.has(was.state) && jobUnderWay.has(is.state);
    tell(record, id, was && jobFacts(was, isUnderWay), is && jobFacts(is, isUnderWay));
  };
}

function jobFacts(job: PrintJobRecord, isUnderWay: boolean): Partial<PrintJob> {
  const { request: _1, template: _2, stock: _3, values: _4, shortIds: _5, ...told } = job;
  const { state, printed, reason, condition, hasFile, ...lasting } = told;
  return isUnderWay ? lasting : { ...lasting, state, printed, reason, condition, hasFile };
}

/** The order with its fields by name, so that a secret among them is known; of one that cannot be read nothing is told. */
function readable(request: string): unknown {
  try {
    return JSON.parse(request);
  } catch {
    return "(cannot be read)";
  }
}
