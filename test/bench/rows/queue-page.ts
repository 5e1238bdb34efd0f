import { openReader } from "../../../db/open";
import { atMost, ratioOf, spreadOf, timed } from "../figures";
import type { Line } from "../figures";
import { openDesk } from "../window/desk";
import { jumpTimes } from "../window/lists";
import type { Bench } from "./row";

const blocks = 10;
const pagesOfABlock = 20;
const jumps = 60;

/** The rows of a page and the names that stand in them, in the queue's order, with nothing around it. */
const barePage = `SELECT tasks.*, services.number AS service_number, services.label, services.server_id, services.product_type,
    customers.name AS customer, tariffs.name AS tariff, modules.name AS module, modules.type, data_centres.name AS data_centre,
    departments.name AS department, cards.rack
  FROM tasks
  JOIN services ON services.id = tasks.service_id
  JOIN customers ON customers.id = services.customer_id
  JOIN tariffs ON tariffs.id = services.tariff_id
  JOIN modules ON modules.id = services.module_id
  JOIN data_centres ON data_centres.id = modules.data_centre_id
  JOIN departments ON departments.id = tasks.department_id
  LEFT JOIN cards ON cards.service_id = services.id
  WHERE (tasks.queue_key, tasks.number) > (?, ?)
  ORDER BY tasks.queue_key, tasks.number LIMIT 100`;

/** A page of a hundred tasks: over the bridge and back, and to its last drawn row. */
export async function measureQueuePage(bench: Bench): Promise<readonly Line[]> {
  const { root, file } = await bench.profile();
  const desk = await openDesk(bench.console, root);
  const reader = openReader(file);
  try {
    const bare: number[] = [];
    const asked: number[] = [];
    let place: readonly [number, number] = [0, 0];
    let after: string | null = null;
    for (let block = -1; block < blocks; block += 1) {
      const bareBlock = await timed(pagesOfABlock, async () => {
        const rows = await reader.raw<readonly { queue_key: number; number: number }[]>(barePage, [...place]);
        const last = rows.at(-1);
        if (last) place = [last.queue_key, last.number];
      });
      const answer: { readonly took: number[]; readonly after: string | null } = await desk.page.evaluate(
        askPages(pagesOfABlock, after),
      );
      after = answer.after;
      // The first block fills the caches of both.
      if (block < 0) continue;
      bare.push(...bareBlock);
      asked.push(...answer.took);
    }
    const measured = spreadOf(asked);
    const baseline = spreadOf(bare);
    const ratio = ratioOf(measured, baseline);
    const painted = spreadOf(await jumpTimes(desk.page, jumps));
    return [
      {
        what: "page of 100 rows, from the page over the bridge and back",
        unit: "ms",
        measured,
        baseline,
        ratio,
        aims: [atMost(3, ratio, "ratio")],
      },
      {
        what: "jump in the queue to drawn rows",
        unit: "ms",
        measured: painted,
        baseline: null,
        ratio: null,
        aims: [atMost(30, painted.p95, "p95 ms")],
      },
    ];
  } finally {
    await reader.destroy();
    await desk.stop();
  }
}

function askPages(count: number, after: string | null): string {
  return `(async () => {
    const took = [];
    let after = ${JSON.stringify(after)};
    for (let page = 0; page < ${String(count)}; page += 1) {
      const startedAt = performance.now();
      const answer = JSON.parse(await window.rackside.call("task.list", { state: "all", offset: 0, limit: 100, after }));
      took.push(performance.now() - startedAt);
      if (!answer.ok) throw new Error(answer.fault.message);
      after = answer.value.next;
    }
    return { took, after };
  })()`;
}
