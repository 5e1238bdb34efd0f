import { runCommand } from "../run-command.mjs";

/**
 * Asks the registry for known advisories about what is locked. Not every mirror answers that; then nothing is known, and the words say so.
 * @returns {Promise<{ isPassed: boolean, words: string }>} not passed only when a critical one is known
 */
export async function askAdvisories() {
  const { stdout } = await runCommand("npm", ["audit", "--json", "--audit-level=critical"]);
  return judgeAudit(stdout);
}

/** @param {string} text what `npm audit --json` printed */
export function judgeAudit(text) {
  const audit = parse(text);
  const counts = audit.metadata?.vulnerabilities;
  if (counts === undefined) {
    const reason = String(audit.message ?? "no answer").split("\n")[0];
    return { isPassed: true, words: `not checked: the registry did not answer (${reason})` };
  }
  const told = ["critical", "high", "moderate", "low"].map((level) => `${String(counts[level] ?? 0)} ${level}`);
  return { isPassed: (counts.critical ?? 0) === 0, words: told.join(", ") };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
