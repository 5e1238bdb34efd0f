/** What goes wrong with one request. */
export type ScriptedFault =
  /** The connection is cut: nothing is carried out. */
  | { readonly kind: "refuse" }
  /** The request is read and never answered; carried out only if `acts`. */
  | { readonly kind: "hang"; readonly acts?: boolean }
  /** The request is carried out, then the connection is cut without an answer. */
  | { readonly kind: "act-then-reset" }
  /** The request is carried out, half of the answer is sent, then the connection is cut. */
  | { readonly kind: "half-answer" }
  /** Not carried out; a string is sent as text, anything else as JSON. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Not carried out; 429 with Retry-After. */
  | { readonly kind: "throttle"; readonly retryAfterSeconds: number }
  /** Carried out; the answer is 200 with a text that does not parse. */
  | { readonly kind: "unreadable"; readonly text?: string }
  /** Carried out; these fields are left out of the answer wherever they stand. */
  | { readonly kind: "missing-fields"; readonly fields: readonly string[] }
  /** Carried out and answered well, but late. */
  | { readonly kind: "slow"; readonly delayMs: number };

export interface FaultRule {
  /** Any method when left out. */
  readonly method?: string;
  /** Tested against what is asked for: the path of a DCImanager 6, the function with its parameters of a DSmanager. */
  readonly path: RegExp;
  /** How many matching requests pass untouched first; 0 when left out. */
  readonly after?: number;
  /** How many are then hit; 1 when left out. */
  readonly times?: number;
  readonly fault: ScriptedFault;
}

export interface FaultBook {
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault that hits this request, counted off its rule. */
  take(method: string, call: string): ScriptedFault | null;
}

/** Keeps the rules; the first that matches and is not used up decides. */
export function createFaultBook(): FaultBook {
  let rules: { readonly rule: FaultRule; toPass: number; toHit: number }[] = [];
  return {
    add: (rule) => {
      rules.push({ rule, toPass: rule.after ?? 0, toHit: rule.times ?? 1 });
    },
    clear: () => {
      rules = [];
    },
    take: (method, call) => {
      for (const entry of rules) {
        const { rule } = entry;
        if (entry.toHit <= 0 || (rule.method ?? method) !== method || call.search(rule.path) === -1) continue;
        if (entry.toPass > 0) {
          entry.toPass -= 1;
          continue;
        }
        entry.toHit -= 1;
        return rule.fault;
      }
      return null;
    },
  };
}
