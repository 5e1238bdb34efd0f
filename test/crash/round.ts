import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultAdmin, startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { createRandom } from "../../simulator/site/random";
import type { Random } from "../../simulator/site/random";
import { openReader } from "../../db/open";
import { commitPoints } from "./assignment";
import type { Assignment, ChildLine } from "./assignment";
import { startChild } from "./child-process";
import type { Child } from "./child-process";
import { comparePanel } from "./compare-panel";
import { integrity, lost } from "./findings";
import type { Finding } from "./findings";
import { Ledger } from "./ledger";
import { createDisk } from "./power-loss";
import type { Disk } from "./power-loss";
import { findDamage, readProfile } from "./read-profile";
import { createCrashSite } from "./site";
import { startTrouble } from "./trouble";

export interface RoundOptions {
  readonly program: string;
  /** The recorder to preload when power loss is simulated. */
  readonly recorder: string | null;
  readonly kills: number;
  readonly seed: number;
  readonly synchronous: Assignment["synchronous"];
}

export interface RoundReport {
  readonly acknowledged: number;
  readonly actions: number;
  readonly findings: readonly Finding[];
  /** Kept when something was found. */
  readonly directory: string;
}

interface Round {
  readonly options: RoundOptions;
  readonly directory: string;
  readonly panel: DcimanagerSimulator;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly disk: Disk | null;
  readonly findings: Finding[];
  readonly epoch: number;
  backup: string | undefined;
}

const timings = { allocateMs: 25, releaseMs: 10, powerMs: 25, portMs: 10, pduPollMs: 50 };
/** A point that is not reached within this time is not waited for: the kill comes anyway. */
const patienceMs = 1_500;

/** One profile and one panel: so many lives that end by SIGKILL, then one in which everything goes out, then the reckoning. */
export async function playRound(options: RoundOptions): Promise<RoundReport> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-crash-"));
  const round: Round = {
    options,
    directory,
    panel: await startDcimanagerSimulator({ site: createCrashSite(), timings }),
    random: createRandom(options.seed),
    ledger: new Ledger(),
    disk: options.recorder === null ? null : createDisk(directory, options.recorder, createRandom(options.seed + 1)),
    findings: [],
    epoch: Date.now(),
    backup: undefined,
  };
  for (let kill = 1; kill <= options.kills; kill += 1) await liveAndDie(round);
  const actions = await settleAccounts(round);
  await round.panel.stop();
  if (round.findings.length === 0) await rm(directory, { recursive: true, force: true });
  return { acknowledged: round.ledger.acknowledged, actions, findings: round.findings, directory };
}

async function liveAndDie(round: Round): Promise<void> {
  const { random, panel, ledger, disk } = round;
  const isAtPoint = random.chance(0.5);
  const death = isAtPoint ? { point: random.pick(commitPoints), after: 1 + random.below(12) } : null;
  const restores = !isAtPoint && random.chance(0.2);
  const diesAtStart = !isAtPoint && random.chance(restores ? 0.7 : 0.15);
  const child = await start(round, { mode: "work", death, restores });
  const trouble = startTrouble(panel, random);
  if (diesAtStart) await Promise.race([pause(100 + random.below(restores ? 500 : 300)), child.ended]);
  else if (await look(round, child)) {
    child.go();
    await Promise.race([pause(death ? patienceMs : 5 + random.below(700)), child.ended]);
  }
  child.kill();
  const { isKilled, words } = await child.ended;
  if (!isKilled) round.findings.push(integrity(`the program ended by itself: ${words}`));
  else if (words !== "") round.findings.push(integrity(`the program complained: ${words}`));
  await trouble.end();
  ledger.bury();
  await disk?.losePower();
}

/** Everything goes out, and then the profile and the panel are compared with what was acknowledged. */
async function settleAccounts(round: Round): Promise<number> {
  const { findings, panel, directory, ledger } = round;
  let unfinished: readonly string[] | undefined;
  const child = await start(round, { mode: "drain", death: null, restores: false }, (line) => {
    if (line.is === "drained") unfinished = line.unfinished;
  });
  if (await look(round, child)) child.go();
  const { code, words } = await child.ended;
  ledger.bury();
  if (code !== 0 || words !== "") findings.push(integrity(`the last run ended with ${String(code)}: ${words}`));
  if (unfinished === undefined) findings.push(lost("the last run did not get to its end"));
  for (const action of unfinished ?? []) findings.push(lost(`never went out: ${action}`));
  const reading = await readProfile(directory);
  findings.push(...reading.damage, ...ledger.compare(reading), ...comparePanel(reading.actions, panel.effects));
  findings.push(...(await checkBackups(round)));
  return reading.actions.length;
}

async function start(
  { directory, options, random, panel, epoch, ledger, findings, disk, ...rest }: Round,
  life: Pick<Assignment, "mode" | "death" | "restores">,
  onLine: (line: ChildLine) => void = () => undefined,
): Promise<Child> {
  const environment = (await disk?.begin()) ?? {};
  return startChild({
    program: options.program,
    environment,
    assignment: {
      directory,
      panel: { url: panel.url, username: defaultAdmin.email, password: defaultAdmin.password },
      seed: random.below(2 ** 31),
      ...life,
      epoch,
      synchronous: options.synchronous,
    },
    onLine(line) {
      const finding = ledger.note(line);
      if (finding) findings.push(finding);
      if (line.is === "backed-up") rest.backup = line.file;
      onLine(line);
    },
  });
}

/** Compares the profile as the child has found it, before the child goes on. False when it never opened it. */
async function look({ directory, ledger, findings }: Round, child: Child): Promise<boolean> {
  if (!(await child.opened)) {
    const { isKilled, words } = await child.ended;
    if (!isKilled) findings.push(integrity(`the profile could not be opened: ${words}`));
    return false;
  }
  const reading = await readProfile(directory);
  findings.push(...reading.damage, ...ledger.compare(reading));
  return true;
}

/** The last backup that was told of is there, and every one that bears the name of a finished one is whole. */
async function checkBackups({ directory, backup }: Round): Promise<Finding[]> {
  const folder = join(directory, "backups");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".sqlite"));
  const findings: Finding[] = [];
  if (backup !== undefined && !names.some((name) => join(folder, name) === backup))
    findings.push(lost(`backup ${backup} is gone`));
  for (const name of names) {
    const database = openReader(join(folder, name));
    const damage = await findDamage(database).catch((error: unknown) => [integrity(String(error))]);
    await database.destroy();
    findings.push(...damage.map((finding) => ({ ...finding, what: `${name}: ${finding.what}` })));
  }
  return findings;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
