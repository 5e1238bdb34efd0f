import { isProgramBuilt, staticChecks, testProjects } from "./checks.mjs";
import { installDependencies, prepare } from "./prepare.mjs";
import { runScript, say } from "./run-command.mjs";

/**
 * `npm test`: every check and every test, counted alike; nothing is left out because something before it failed. The last line tells
 * the counts.
 */
async function test() {
  await installDependencies();
  const results = [];
  const record = (result) => {
    results.push(result);
    say(describe(result));
  };
  // Two at a time: as many as the smallest machine has cores. The driver, which may have to be compiled, is made ready beside the first.
  const waiting = [...staticChecks, isProgramBuilt];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) record(await timed(check));
  };
  const makeReady = async () => {
    try {
      await prepare({ hasWindow: true, hasTests: true });
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  await Promise.all([work(), makeReady().then(work)]);
  for (const project of testProjects) record(await timed(project));

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
