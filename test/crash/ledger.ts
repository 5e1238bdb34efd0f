import type { ChildLine } from "./assignment";
import { factsOf, journalKeyOf } from "./facts";
import type { Deed } from "./facts";
import { integrity, lost } from "./findings";
import type { Finding } from "./findings";

/** What a profile holds, in the keys and texts of `facts.ts`. */
export interface FoundProfile {
  readonly facts: ReadonlyMap<string, string>;
  readonly journal: ReadonlyMap<string, number>;
  readonly transaction: number;
  /** Ids of actions and the call they can only have come from. */
  readonly actionIds: readonly string[];
}

/** Calls that put actions into the outbox. */
const ordering = /^(task\.close|service\.(suspend|resume)|server\.)/;

/**
 * What the child has acknowledged, and what it had begun when it died: such a call may have been carried out or not, but wholly one of the two.
 */
export class Ledger {
  acknowledged = 0;
  readonly #known = new Map<string, readonly string[]>();
  readonly #journal = new Map<string, number>();
  readonly #actions = new Set<string>();
  readonly #underWay = new Map<number, Deed>();
  #doubtful: Deed[] = [];
  #committed = 0;
  #committing = 0;

  /** Takes one line of the child; answers a finding when the line itself tells of one. */
  note(line: ChildLine): Finding | undefined {
    switch (line.is) {
      case "begun":
        this.#underWay.set(line.id, { call: line.call, input: line.input, value: undefined, about: line.about });
        return undefined;
      case "acknowledged": {
        const deed = this.#underWay.get(line.id);
        this.#underWay.delete(line.id);
        if (deed) this.#acknowledge({ ...deed, value: line.value });
        return undefined;
      }
      case "refused":
        this.#underWay.delete(line.id);
        return line.kind === "internal" ? integrity(line.message) : undefined;
      case "committing":
        this.#committing = line.transaction;
        return undefined;
      case "committed":
        this.#committed = line.transaction;
        return undefined;
      default:
        return undefined;
    }
  }

  /** The child is dead: what was under way is now in doubt. */
  bury(): void {
    this.#doubtful.push(...this.#underWay.values());
    this.#underWay.clear();
  }

  /** Compares with what is really there, and takes over what has turned out of the doubtful calls. */
  compare(found: FoundProfile): Finding[] {
    const findings = [
      ...this.#compareTransactions(found),
      ...this.#compareFacts(found),
      ...this.#compareJournal(found),
    ];
    this.#compareActions(found, findings);
    this.#doubtful = [];
    return findings;
  }

  #acknowledge(deed: Deed): void {
    this.acknowledged += 1;
    for (const { key, accepted } of factsOf(deed)) {
      this.#known.set(key, accepted);
      if (key.startsWith("action ")) this.#actions.add(key.slice("action ".length));
    }
    const key = journalKeyOf(deed);
    if (key !== undefined) this.#journal.set(key, (this.#journal.get(key) ?? 0) + 1);
  }

  #compareTransactions({ transaction }: FoundProfile): Finding[] {
    const from = this.#committed;
    const to = Math.max(this.#committing, from);
    this.#committed = transaction;
    this.#committing = transaction;
    if (transaction < from)
      return [lost(`transactions ${String(transaction + 1)} to ${String(from)} were committed and are gone`)];
    if (transaction > to)
      return [integrity(`transaction ${String(transaction)} is there, but only ${String(to)} were begun`)];
    return [];
  }

  #compareFacts({ facts }: FoundProfile): Finding[] {
    const findings: Finding[] = [];
    const alternatives = this.#doubtful.flatMap((deed) => factsOf(deed));
    for (const key of new Set([...this.#known.keys(), ...alternatives.map((fact) => fact.key)])) {
      const value = facts.get(key) ?? "nothing";
      const known = this.#known.get(key);
      // Where both fit it stays open whether the doubtful call was carried out.
      const possible = [known ?? [], ...alternatives.filter((fact) => fact.key === key).map((fact) => fact.accepted)];
      const fitting = possible.filter((accepted) => accepted.includes(value)).flat();
      if (fitting.length > 0) this.#known.set(key, fitting);
      else if (known) {
        findings.push(lost(`${key} is ${value}, acknowledged was ${known.join(" or ")}`));
        this.#known.delete(key);
      }
    }
    return findings;
  }

  #compareJournal({ journal }: FoundProfile): Finding[] {
    const findings: Finding[] = [];
    for (const [key, wanted] of this.#journal) {
      const count = journal.get(key) ?? 0;
      const inDoubt = this.#doubtful.filter((deed) => journalKeyOf(deed) === key).length;
      if (count < wanted)
        findings.push(lost(`the journal has ${key} ${String(count)} times, acknowledged were ${String(wanted)}`));
      if (count > wanted + inDoubt)
        findings.push(
          integrity(`the journal has ${key} ${String(count)} times, but only ${String(wanted)} were ordered`),
        );
      this.#journal.set(key, count);
    }
    for (const key of this.#doubtful.map((deed) => journalKeyOf(deed)))
      if (key !== undefined) this.#journal.set(key, journal.get(key) ?? 0);
    return findings;
  }

  #compareActions({ actionIds }: FoundProfile, findings: Finding[]): void {
    const isExplained = this.#doubtful.some((deed) => ordering.test(deed.call));
    const strangers = actionIds.filter((id) => !this.#actions.has(id));
    if (strangers.length > 0 && !isExplained)
      findings.push(integrity(`actions that nobody ordered: ${strangers.join(", ")}`));
    for (const id of strangers) this.#actions.add(id);
  }
}
