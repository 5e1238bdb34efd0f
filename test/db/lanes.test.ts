import fc from "fast-check";
import { expect, test } from "vitest";
import { actionStateShape } from "../../main/contract/shapes/action";
import type { ActionRecord } from "../../main/ports/store";
import { action } from "./records";
import { siteStore } from "./temporary-store";

const laneArbitrary = fc.constantFrom("server:1", "server:2", "module:1");
const stepArbitrary = fc.oneof(
  fc.record({ add: laneArbitrary }),
  fc.record({ change: fc.nat(), state: fc.constantFrom(...actionStateShape.options) }),
);

const hasEnded = ({ state }: ActionRecord) => state === "done" || state === "discarded";

test("whatever is added and saved in whatever order, every lane keeps its order and nothing is lost", async () => {
  const store = await siteStore();
  let run = 0;
  const property = fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 40 }), async (steps) => {
    run += 1;
    const expected: ActionRecord[] = [];
    for (const step of steps) {
      if ("add" in step) {
        const lane = `${String(run)}/${step.add}`;
        const added = action(`${String(run)}/${String(expected.length)}`, { lane, taskId: null });
        expected.push(await store.write(({ actions }) => actions.add(added)));
        continue;
      }
      const index = step.change % Math.max(1, expected.length);
      const current = expected[index];
      if (current === undefined) continue;
      expected[index] = await store.write(({ actions }) => actions.save({ ...current, state: step.state }));
    }
    const isOfThisRun = ({ lane }: ActionRecord) => lane.startsWith(`${String(run)}/`);
    const all = await store.read(({ actions }) => actions.listByService("service-1"));
    expect(all.filter(isOfThisRun)).toEqual(expected);
    const lanes = new Set(expected.map(({ lane }) => lane));
    const oldest = [...lanes].map((lane) => expected.find((one) => one.lane === lane && !hasEnded(one)));
    const heads = await store.read(({ actions }) => actions.listHeads());
    expect(new Set(heads.filter(isOfThisRun))).toEqual(new Set(oldest.filter((one) => one !== undefined)));
    const single = await store.read(({ actions }) => Promise.all([...lanes].map((lane) => actions.findHead(lane))));
    expect(single).toEqual(oldest);
  });
  await fc.assert(property, { numRuns: 40 });
}, 60_000);
