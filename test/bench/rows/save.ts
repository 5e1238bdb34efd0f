import { join } from "node:path";
import { connect } from "../../../db/open";
import { openTestConsole } from "../../builders/console";
import { createFakePanel } from "../../builders/fake-panel";
import { copyProfile, operator } from "../data/profile";
import { atMost, sideBySide } from "../figures";
import type { Line } from "../figures";
import type { Bench } from "./row";

const saves = 400;
const fields = { url: "https://bmc.example.org", identifier: "CZ0001", username: "root", password: "", label: "srv-1" };

/** From the order to the acknowledgement, beside one row that waits for the disk as well. */
export async function measureSave(bench: Bench): Promise<readonly Line[]> {
  const copy = await copyProfile(await bench.profile());
  const directory = join(copy.root, "profiles", "site");
  const console = await openTestConsole({ panels: createFakePanel(), directory, operator: operator.name });
  const bare = connect(join(copy.root, "bare.sqlite"), ["journal_mode=WAL", "synchronous=FULL"]);
  try {
    await bare.raw("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    const insertBare = (index: number) =>
      bare.raw("INSERT INTO rows (body) VALUES (?)", [JSON.stringify({ ...fields, rack: `R${String(index)}` })]);

    const queue = await console.call("task.list", { state: "open", offset: 0, limit: 200, after: null });
    const [task] = queue.rows;
    if (!task) throw new Error("The profile has no open task");
    await console.call("task.accept", { id: task.id });
    let { revision } = (await console.call("task.get", { id: task.id })).card;
    const card = await sideBySide(
      saves,
      async (index) => {
        const saved = { ...fields, rack: `R${String(index)}` };
        ({ revision } = await console.call("card.save", { taskId: task.id, revision, fields: saved }));
      },
      insertBare,
    );
    const accepted = await sideBySide(
      queue.rows.length - 10,
      async (index) => console.call("task.accept", { id: queue.rows[index + 1]?.id ?? "" }),
      insertBare,
    );
    return [
      { what: "card saved", unit: "ms", ...card, aims: aimsOf(card) },
      { what: "task accepted", unit: "ms", ...accepted, aims: aimsOf(accepted) },
    ];
  } finally {
    await console.stop();
    await bare.destroy();
    await copy.remove();
  }
}

function aimsOf({ measured, ratio }: Awaited<ReturnType<typeof sideBySide>>) {
  return [atMost(5, measured.p95, "p95 ms"), atMost(4, ratio, "ratio")];
}
