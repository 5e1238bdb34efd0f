import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { askAdvisories } from "./dependencies/advisories.mjs";
import { judgeDependencies, listLocked } from "./dependencies/judge.mjs";
import { places } from "./places.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-command.mjs";

/**
 * `npm run licences`: holds the dependencies to their rules, makes the notices that go into the package and asks for known advisories.
 * @returns {Promise<number>} exit code: 1 when something is not as it has to be
 */
async function checkLicences() {
  await prepare({ hasWindow: false });
  await build();
  const read = (name) => readFileSync(path.join(places.root, name), "utf8");
  const lock = JSON.parse(read("package-lock.json"));
  const problems = judgeDependencies({ packageJson: JSON.parse(read("package.json")), lock, npmrc: read(".npmrc") });
  for (const problem of problems) tell(problem);
  const { isPassed, words } = await askAdvisories();
  tell(`notices      ${path.relative(places.root, places.notices)}`);
  tell(`advisories   ${words}`);
  tell(`packages ${String(listLocked(lock).length)}, problems ${String(problems.length)}`);
  return problems.length === 0 && isPassed ? 0 : 1;
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}

await runScript(checkLicences);
