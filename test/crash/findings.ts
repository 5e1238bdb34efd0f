/**
 * - `lost`: what was acknowledged is not there, or has not had its effect
 * - `duplicated`: an effect happened twice, or nobody had ordered it
 * - `integrity`: the file is damaged, half a transaction, a lane out of order, or a bug inside the program
 */
export interface Finding {
  readonly kind: "lost" | "duplicated" | "integrity";
  readonly what: string;
}

export function lost(what: string): Finding {
  return { kind: "lost", what };
}

export function duplicated(what: string): Finding {
  return { kind: "duplicated", what };
}

export function integrity(what: string): Finding {
  return { kind: "integrity", what };
}

export function countFindings(findings: readonly Finding[], kind: Finding["kind"]): number {
  return findings.filter((finding) => finding.kind === kind).length;
}
