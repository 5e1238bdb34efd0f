import { expect, test } from "vitest";
import { createHeads } from "../../main/courier/heads";
import type { ActionRecord, Repositories } from "../../main/ports/store";

/** An outbox of one step a lane that writes down what is asked of it. */
function createOutbox(...lanes: string[]) {
  const steps = new Map(lanes.map((lane) => [lane, `${lane} 1`]));
  const asked: string[] = [];
  const record = (lane: string) => ({ lane, id: steps.get(lane) }) as ActionRecord;
  let meanwhile: () => void = () => undefined;
  const actions = {
    listHeads: () => {
      asked.push("all");
      const heads = [...steps.keys()].map(record);
      meanwhile();
      return Promise.resolve(heads);
    },
    findHead: (lane: string) => {
      asked.push(lane);
      return Promise.resolve(steps.has(lane) ? record(lane) : undefined);
    },
  } as Partial<Repositories["actions"]> as Repositories["actions"];
  return {
    steps,
    asked,
    actions,
    onListing: (work: () => void) => {
      meanwhile = work;
    },
  };
}

const ids = (heads: readonly ActionRecord[]) => heads.map((head) => head.id);

test("the end of a step has its own lane read again, and no other", async () => {
  const { actions, steps, asked } = createOutbox("a", "b", "c");
  const heads = createHeads();
  await heads.list(actions);
  steps.set("b", "b 2");
  steps.delete("c");
  heads.forget("b");
  heads.forget("c");
  expect(ids(await heads.list(actions))).toEqual(["a 1", "b 2"]);
  expect(ids(await heads.list(actions))).toEqual(["a 1", "b 2"]);
  expect(asked).toEqual(["all", "b", "c"]);
});

test("what somebody else wrote has all lanes read again", async () => {
  const { actions, steps, asked } = createOutbox("a");
  const heads = createHeads();
  await heads.list(actions);
  steps.set("new", "new 1");
  heads.forgetAll();
  expect(ids(await heads.list(actions))).toEqual(["a 1", "new 1"]);
  expect(asked).toEqual(["all", "all"]);
});

test("what was written while the lanes were being read is not missed", async () => {
  const { actions, steps, onListing } = createOutbox("a");
  const heads = createHeads();
  onListing(() => {
    steps.set("late", "late 1");
    heads.forgetAll();
  });
  await heads.list(actions);
  onListing(() => undefined);
  expect(ids(await heads.list(actions))).toEqual(["a 1", "late 1"]);
});
