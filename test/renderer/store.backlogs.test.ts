import { expect, test } from "vitest";
import type { Link } from "../../main/contract/shapes/module";
import { nextBacklogs, type Backlog } from "../../renderer/stores/links";

const link = (waiting: number): Link => ({
  moduleId: "module-1",
  moduleName: "Riga-1",
  state: "up",
  since: 0,
  lastSuccessAt: null,
  nextProbeAt: null,
  reason: "",
  waiting,
  needsAttention: 0,
  heldBy: null,
});

test.each<{ readonly given: string; readonly counts: readonly number[]; readonly backlog: Backlog | undefined }>([
  { given: "nothing waits", counts: [0], backlog: undefined },
  { given: "a backlog has built up", counts: [0, 3, 120], backlog: { sent: 0, total: 120 } },
  { given: "a part of it has gone out", counts: [120, 118, 117], backlog: { sent: 3, total: 120 } },
  { given: "more was entered while it drains", counts: [120, 117, 119], backlog: { sent: 3, total: 122 } },
  { given: "everything went out and new work came", counts: [120, 0, 2], backlog: { sent: 0, total: 2 } },
])("the progress of a backlog when $given", ({ counts, backlog }) => {
  const last = counts.reduce<Readonly<Record<string, Backlog>>>(
    (before, waiting) => nextBacklogs(before, [link(waiting)]),
    {},
  );
  expect(last["module-1"]).toEqual(backlog);
});
