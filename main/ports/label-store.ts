import type { LabelKind, LabelValues, Labelled, Stock, TemplateContent } from "../contract/shapes/label";
import type { PrintJob, PrintRequest, PrintState, Printer } from "../contract/shapes/printer";
import type { Placement } from "../contract/shapes/scan";
import type { Page, PageRequest, RecordRepository } from "./repository";

/** A template that is kept; built-in ones are in the program. */
export interface TemplateRecord extends TemplateContent {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
}

/** Something that has a short id, and so can be labelled and scanned. */
export interface LabelRecord extends Labelled {
  /** Canonical text of the subject, such as `server:MODULE:17`. */
  readonly key: string;
}

/** A print job with what it prints, so that it can be printed again as it was and goes on after a restart. */
export interface PrintJobRecord extends PrintJob {
  readonly request: PrintRequest;
  readonly template: TemplateContent;
  readonly stock: Stock;
  /** Values of every label in their order, copies not counted; taken when the job was made. */
  readonly values: readonly LabelValues[];
  /** The short ids beside the values; empty for text. */
  readonly shortIds: readonly string[];
}

/** What the store keeps of labels, what they are printed on, and where things were scanned. */
export interface LabelRepositories {
  readonly labelTemplates: RecordRepository<TemplateRecord>;
  readonly labelStocks: RecordRepository<Stock>;
  readonly printers: RecordRepository<Printer>;
  readonly labels: {
    /** By the canonical text of its subject. */
    findByKey(key: string): Promise<LabelRecord | undefined>;
    find(shortId: string): Promise<LabelRecord | undefined>;
    /** How many keys of labels this service, and its server through any module, are known by: most have none, and one question says so. */
    countKeys(serviceId: string): Promise<number>;
    /** Throws StoreFailure `duplicate` when the short id or the key is taken. */
    add(label: LabelRecord): Promise<void>;
    /** Replaces what is known of the label; its short id, key and subject never change. */
    save(label: LabelRecord): Promise<void>;
    /** Lets the label be found by another key as well, such as a service's beside its server's. Throws StoreFailure `duplicate` when the key is taken. */
    addKey(key: string, shortId: string): Promise<void>;
    /** Those that need a label first, then the one printed last; `search` matches title, place and short id. */
    page(
      filter: { readonly kind: LabelKind | null; readonly onlyNeeding: boolean; readonly search: string },
      page: PageRequest,
    ): Promise<Page<LabelRecord>>;
    countNeeding(): Promise<number>;
  };
  readonly printJobs: {
    find(id: string): Promise<PrintJobRecord | undefined>;
    add(job: PrintJobRecord): Promise<PrintJobRecord>;
    /** As RecordRepository.save. */
    save(job: PrintJobRecord): Promise<PrintJobRecord>;
    /** Newest first; without what is printed, which may be thousands of labels. */
    page(onlyUnfinished: boolean, page: PageRequest): Promise<Page<PrintJob>>;
    /** Oldest first. */
    listByState(states: readonly PrintState[]): Promise<readonly PrintJobRecord[]>;
    countUnfinished(printerId: string): Promise<number>;
    /** The newest job on this stock of which anything came out. */
    findLastPrinted(stockId: string): Promise<{ readonly startPosition: number; readonly printed: number } | undefined>;
  };
  readonly placements: {
    add(placement: Placement & { readonly id: string }): Promise<void>;
    /** The newest one of a thing. */
    findLast(shortId: string): Promise<Placement | undefined>;
  };
}
