/** Something that goes wrong once so many labels have come out. */
export interface FaultRule<Fault> {
  /** Labels that come out first, counted from now. */
  readonly afterLabels: number;
  readonly fault: Fault;
}

export interface FaultBook<Fault> {
  add(rule: FaultRule<Fault>): void;
  clear(): void;
  /** Counts one label that came out; answers what goes wrong with it. */
  count(): readonly Fault[];
}

/** Remembers what is to go wrong. */
export function createFaultBook<Fault>(): FaultBook<Fault> {
  let rules: { left: number; readonly fault: Fault }[] = [];
  return {
    add: ({ afterLabels, fault }) => void rules.push({ left: afterLabels, fault }),
    clear: () => {
      rules = [];
    },
    count: () => {
      for (const rule of rules) rule.left -= 1;
      const due = rules.filter(({ left }) => left <= 0);
      rules = rules.filter(({ left }) => left > 0);
      return due.map(({ fault }) => fault);
    },
  };
}
