import type { ParsedInput } from "../contract/calls";
import type { Action, ActionState } from "../contract/shapes/action";
import type { FormDraft } from "../contract/shapes/form-draft";
import type { Customer, DataCentre, Department } from "../contract/shapes/directory";
import type { Enumeration } from "../contract/shapes/enumeration";
import type { View } from "../contract/shapes/list";
import type { Message, MessageRow, Unread } from "../contract/shapes/message";
import type { ConfigurationReport, Module, ModuleRow } from "../contract/shapes/module";
import type { JournalEntry, JournalFilter } from "../contract/shapes/journal";
import type { Operator, Token } from "../contract/shapes/operator";
import type { Service, ServiceRow } from "../contract/shapes/service";
import type { Tariff, TariffRow, TariffVersion } from "../contract/shapes/tariff";
import type { Draft, Task, TaskRow } from "../contract/shapes/task";
import type { ChainedLine } from "../domain/journal-chain";
import type { LabelRepositories } from "./label-store";
import type { MirrorStore } from "./mirror-store";
import type { RackRepositories } from "./rack-store";
import type { KeysetPage, KeysetRequest, Page, PageRequest, RecordRepository } from "./repository";
import type { SearchRepository } from "./search";
import type { StatisticsRepository } from "./statistics";

export interface ModuleSecret {
  /** Text sealed by the vault. */
  readonly sealedPassword: string;
}

/** An operator as stored. */
export interface OperatorRecord extends Operator {
  /** Made by the SecretHasher. */
  readonly secretHash: string;
  readonly failedAttempts: number;
  readonly blockedUntil: number | null;
  readonly createdAt: number;
}

export interface TokenRecord extends Omit<Token, "operator"> {
  readonly operatorId: string;
  /** SHA-256 of the token's text, hexadecimal: a token is too long to be guessed. */
  readonly hash: string;
}

export interface CardRecord {
  readonly serviceId: string;
  readonly revision: number;
  readonly url: string;
  readonly identifier: string;
  readonly username: string;
  /** Sealed by the vault; null when none was entered. */
  readonly sealedPassword: string | null;
  readonly rack: string;
  readonly label: string;
}

/** An outbox row. `request` and `seen` are kept as text so that a row that no longer parses is kept too. */
export interface ActionRecord extends Omit<Action, "editable"> {
  /** JSON of ActionRequest; a secret inside it is sealed. */
  readonly request: string;
  /** JSON of what the operator saw when it was entered; null when nothing was seen. */
  readonly seen: string | null;
  /** The panel's operation that is being followed. */
  readonly operationId: number | null;
  /** When confirming gives up and asks a person. */
  readonly deadlineAt: number | null;
  /** JSON of notes that a sender keeps between attempts. */
  readonly progress: string | null;
}

/** `task.list`'s filter. */
export interface TaskFilter extends Omit<ParsedInput<"task.list">, keyof KeysetRequest> {
  /** In the queue's own order tasks of these departments come before all others. */
  readonly firstDepartmentIds: readonly string[];
}

/** `service.list`'s filter. */
export type ServiceFilter = Omit<ParsedInput<"service.list">, keyof KeysetRequest>;

/** `customer.list`'s filter. */
export type CustomerFilter = Omit<ParsedInput<"customer.list">, keyof KeysetRequest>;

/** `action.list`'s filter. */
export type ActionFilter = Omit<ParsedInput<"action.list">, keyof KeysetRequest>;

/** `live` counts by state, whatever the filter's own state is. */
export interface TaskCounts {
  readonly open: number;
  readonly inWork: number;
  readonly running: number;
  readonly needsAttention: number;
}

/** What the store adds is the place in the chain. */
export type NewJournalEntry = Omit<JournalEntry, "sequence" | "previousHash" | "hash">;

export interface Repositories extends LabelRepositories, RackRepositories {
  readonly departments: RecordRepository<Department>;
  readonly dataCentres: RecordRepository<DataCentre>;
  /** By name. Operators are never removed: `remove` is not there. */
  readonly operators: Omit<RecordRepository<OperatorRecord>, "remove"> & {
    /** Whatever the case of its letters. */
    findByName(name: string): Promise<OperatorRecord | undefined>;
    /** Bookkeeping of sign-ins; leaves the revision alone. */
    noteSignIn(
      id: string,
      note: Pick<OperatorRecord, "failedAttempts" | "blockedUntil" | "lastSignedInAt">,
    ): Promise<void>;
  };
  readonly tokens: {
    /** Newest first. */
    list(): Promise<readonly TokenRecord[]>;
    find(id: string): Promise<TokenRecord | undefined>;
    findByHash(hash: string): Promise<TokenRecord | undefined>;
    add(token: TokenRecord): Promise<void>;
    remove(id: string): Promise<void>;
    noteUse(id: string, at: number): Promise<void>;
  };
  readonly secrets: {
    /**
     * Puts `reseal(sealed)` in the place of every sealed text: module passwords, cards, drafts, actions. A text for which it answers undefined stays
     * as it is. Answers how many were replaced and how many stayed.
     */
    resealAll(
      reseal: (sealed: string) => string | undefined,
    ): Promise<{ readonly resealed: number; readonly left: number }>;
  };
  readonly customers: RecordRepository<Customer> & {
    /** By name unless sorted otherwise; `search` matches name, e-mail and note. */
    page(filter: CustomerFilter, page: KeysetRequest): Promise<KeysetPage<Customer>>;
  };
  readonly modules: RecordRepository<Module> & {
    getSecret(id: string): Promise<ModuleSecret | undefined>;
    setSecret(id: string, secret: ModuleSecret): Promise<void>;
    /** By sort, with what uses them. */
    listRows(): Promise<readonly ModuleRow[]>;
    findConfiguration(id: string): Promise<ConfigurationReport | undefined>;
    setConfiguration(id: string, report: ConfigurationReport): Promise<void>;
    /** Modules whose sending is paused, by id, with who paused it. */
    listHolds(): Promise<ReadonlyMap<string, string>>;
    /** `null` ends the pause. */
    setHold(id: string, heldBy: string | null): Promise<void>;
  };
  readonly tariffs: RecordRepository<Tariff> & {
    /** By name, with how many services run on them. */
    listRows(): Promise<readonly TariffRow[]>;
    /** Newest first. */
    listVersions(id: string): Promise<readonly TariffVersion[]>;
    findVersion(id: string, version: number): Promise<TariffVersion | undefined>;
    /** Adds or replaces the version's content. */
    putVersion(version: TariffVersion): Promise<void>;
    /** Services of this tariff, ended ones included; of one version when it is named. */
    countServices(id: string, version?: number): Promise<number>;
  };
  readonly enumerations: RecordRepository<Enumeration>;
  readonly services: Omit<RecordRepository<Service>, "list"> & {
    findRow(id: string): Promise<ServiceRow | undefined>;
    /** Newest first unless sorted otherwise; `search` matches number (`C-17`), label, note, addresses, server id, card and customer. */
    page(filter: ServiceFilter, page: KeysetRequest): Promise<KeysetPage<ServiceRow>>;
    nextNumber(): Promise<number>;
    /** The service that is tied to this server and not closed. */
    findByServer(moduleId: string, serverId: number): Promise<Service | undefined>;
    countByModule(moduleId: string): Promise<number>;
    /** Servers that unclosed services of these modules stand on. */
    listTakenServers(moduleIds: readonly string[]): Promise<readonly number[]>;
  };
  readonly tasks: Omit<RecordRepository<Task>, "list"> & {
    findRow(id: string): Promise<TaskRow | undefined>;
    /** Unless sorted otherwise live tasks oldest first, ended ones newest first. `search` matches `T-17` and what finds the task's service. */
    page(filter: TaskFilter, page: KeysetRequest): Promise<KeysetPage<TaskRow>>;
    counts(departmentId: string | null): Promise<TaskCounts>;
    nextNumber(): Promise<number>;
    /** The one atomic statement behind accepting: open and without performer → in work. Undefined when somebody was faster. */
    claim(id: string, performer: string, at: number): Promise<Task | undefined>;
    listByService(serviceId: string): Promise<readonly Task[]>;
  };
  readonly cards: {
    find(serviceId: string): Promise<CardRecord | undefined>;
    add(card: CardRecord): Promise<CardRecord>;
    save(card: CardRecord): Promise<CardRecord>;
  };
  readonly drafts: {
    find(taskId: string, operator: string): Promise<Draft | undefined>;
    /** Adds or replaces. The password inside the fields is sealed by the caller. */
    put(draft: Draft): Promise<void>;
    remove(taskId: string, operator: string): Promise<void>;
    removeAll(taskId: string): Promise<void>;
    /** Who is typing, by name. */
    listOperators(taskId: string): Promise<readonly string[]>;
  };
  readonly formDrafts: {
    find(form: string, operator: string): Promise<FormDraft | undefined>;
    /** Adds or replaces. */
    put(draft: FormDraft): Promise<void>;
    remove(form: string, operator: string): Promise<void>;
  };
  readonly actions: {
    find(id: string): Promise<ActionRecord | undefined>;
    /** Assigns `sequence`, growing; revision 1. */
    add(action: ActionRecord): Promise<ActionRecord>;
    save(action: ActionRecord): Promise<ActionRecord>;
    listByService(serviceId: string): Promise<readonly ActionRecord[]>;
    listByTask(taskId: string): Promise<readonly ActionRecord[]>;
    /** The oldest unfinished action of every lane. */
    listHeads(): Promise<readonly ActionRecord[]>;
    /** The oldest unfinished action of one lane. */
    findHead(lane: string): Promise<ActionRecord | undefined>;
    listByState(state: ActionState): Promise<readonly ActionRecord[]>;
    /** What has not ended oldest first, all else newest first, unless sorted otherwise. */
    page(filter: ActionFilter, page: KeysetRequest): Promise<KeysetPage<ActionRecord>>;
    countUnfinished(moduleId: string | null): Promise<{ readonly waiting: number; readonly needsAttention: number }>;
  };
  readonly messages: {
    add(message: Message): Promise<void>;
    /** Newest first; those of `departmentIds` only. */
    page(
      filter: { readonly operator: string; readonly departmentIds: readonly string[]; readonly onlyUnread: boolean },
      page: PageRequest,
    ): Promise<Page<MessageRow>>;
    countUnread(operator: string): Promise<readonly Unread[]>;
    markRead(ids: readonly string[], operator: string, at: number): Promise<void>;
  };
  readonly journal: {
    /** Chains the entry to the last one. */
    add(entry: NewJournalEntry): Promise<void>;
    find(id: string): Promise<JournalEntry | undefined>;
    /** Newest first unless sorted otherwise; a field that is left out is open. */
    page(filter: Partial<JournalFilter>, page: PageRequest & Partial<KeysetRequest>): Promise<KeysetPage<JournalEntry>>;
    /** The lines behind a sequence, oldest first and just as they are stored, whether they can be read or not. */
    listLines(after: number, limit: number): Promise<readonly ChainedLine[]>;
    /** The highest sequence that was ever given. */
    lastSequence(): Promise<number>;
  };
  /** Last known answers of the panels, so that the console can be read without a network. */
  readonly observations: {
    find(moduleId: string, subject: string): Promise<{ readonly body: string; readonly takenAt: number } | undefined>;
    put(moduleId: string, subject: string, body: string, takenAt: number): Promise<void>;
    /** Those whose subject begins with `prefix` and whose text contains the fragment, whatever the case of its ASCII letters. */
    listContaining(
      prefix: string,
      fragment: string,
      limit: number,
    ): Promise<readonly { readonly moduleId: string; readonly subject: string; readonly body: string }[]>;
  };
  readonly statistics: StatisticsRepository;
  readonly mirror: MirrorStore;
  readonly search: SearchRepository;
  /** Saved views of lists, by name. */
  readonly views: RecordRepository<View>;
  readonly settings: {
    find(name: string): Promise<string | undefined>;
    put(name: string, value: string): Promise<void>;
  };
}

/** The profile's database. */
export interface Store {
  /** Reads outside a transaction. Only methods that read may be used on what it gives. */
  read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /**
   * The only way to write; one transaction, committed with full synchronisation when the promise resolves, rolled back when `work` throws.
   * Writes queue up behind each other. No network inside.
   */
  write<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
