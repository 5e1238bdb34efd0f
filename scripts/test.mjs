import { isProgramBuilt, staticChecks, testProjects } from "./checks.mjs";
import { prepare } from "./prepare.mjs";
import { runScript, say } from "./run-command.mjs";

/**
 * `npm test`: every check and every test, counted alike; nothing is left out because something before it failed. The last line tells
 * the counts.
 */
async function test() {
  await prepare({ hasWindow: true, hasTests: true });
  const results = [];
  const record = (result) => {
    results.push(result);
    say(describe(result));
  };
  const inTurn = async (checks) => {
    for (const check of checks) record(await timed(check));
  };
  // Tests spend much of their time waiting for a window, a disk or a port; the checks of the sources fill it.
  await Promise.all([inTurn(staticChecks), inTurn([isProgramBuilt, ...testProjects])]);

  for (const { name, report } of results) {
    if (report !== "") process.stdout.write(`\n── ${name} ──\n${report.trimEnd()}\n`);
  }
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const skipped = sum("skipped");
  const counts = [`${String(sum("passed"))} passed`, `${String(sum("failed"))} failed`];
  if (skipped > 0) counts.push(`${String(skipped)} skipped`);
  process.stdout.write(`\n${counts.join(", ")}\n`);
  return sum("failed") === 0 ? 0 : 1;
}

async function timed(check) {
  const startedAt = Date.now();
  const result = await check.run();
  return { skipped: 0, ...result, name: check.name, seconds: (Date.now() - startedAt) / 1000 };
}

function describe({ name, passed, failed, skipped, seconds }) {
  const counts = [`${String(passed)} passed`, `${String(failed)} failed`];
  if (skipped > 0) counts.push(`${String(skipped)} skipped`);
  return `${failed === 0 ? "✓" : "✗"} ${name.padEnd(28)} ${counts.join(", ")} (${seconds.toFixed(1)} s)`;
}

await runScript(test);
