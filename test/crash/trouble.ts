import type { ScriptedFault } from "../../simulator/foundation/faults";
import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import type { Random } from "../../simulator/site/random";

const orders = /\/(ip|ip\/\d+|power_\w+|port\/\d+\/(up|down)|owner|\w+_connection|v3\/server|cancel)$/;

const faultsOfOrders: readonly [ScriptedFault, ...ScriptedFault[]] = [
  { kind: "act-then-reset" },
  { kind: "act-then-reset" },
  { kind: "half-answer" },
  { kind: "half-answer" },
  { kind: "hang" },
  { kind: "hang", acts: true },
  { kind: "unreadable" },
  { kind: "refuse" },
  { kind: "status", status: 503, body: "<html>asleep</html>" },
  { kind: "status", status: 500 },
  { kind: "throttle", retryAfterSeconds: 1 },
  { kind: "slow", delayMs: 120 },
];
const faultsOfAnything: readonly [ScriptedFault, ...ScriptedFault[]] = [
  { kind: "status", status: 503, body: "<html>asleep</html>" },
  { kind: "status", status: 500 },
  { kind: "refuse" },
  { kind: "half-answer" },
  { kind: "unreadable" },
  { kind: "hang" },
  { kind: "slow", delayMs: 60 },
];

export interface Trouble {
  /** No further faults, and the panel is up. */
  end(): Promise<void>;
}

/** Lets a panel misbehave again and again, as the stream of chance has it. */
export function startTrouble(panel: DcimanagerSimulator, random: Random): Trouble {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const kind = random.below(20);
    if (kind < 10)
      panel.faults.add({ path: orders, method: random.pick(["POST", "DELETE"]), fault: random.pick(faultsOfOrders) });
    else if (kind < 14) panel.faults.add({ path: /./, after: random.below(5), fault: random.pick(faultsOfAnything) });
    else if (kind < 16) panel.script.expireTokens();
    else if (kind < 18)
      panel.script.failNextOperation(
        random.pick(["ip_assign", "ip_release", "power_off", "port_down"]),
        "Device is busy",
      );
    else if (kind < 19) panel.script.sleepService(random.pick(["dci", "ip", "auth"]), 1 + random.below(4));
    else last = last.then(() => vanish(panel, 20 + random.below(150)));
  }, 80);
  return {
    async end() {
      clearInterval(timer);
      await last;
      panel.faults.clear();
    },
  };
}

async function vanish(panel: DcimanagerSimulator, milliseconds: number): Promise<void> {
  await panel.goDown();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await panel.comeUp();
}
