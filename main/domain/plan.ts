import type { Module } from "../contract/shapes/module";
import type { TaskKind } from "../contract/shapes/task";

/** Who does a task: Rackside at once, a person of the department, or a person and then Rackside. */
export type Way = "by-itself" | "by-hand" | "by-hand-then-by-itself";

export type Planned = Pick<Module, "type" | "productType">;

const allByHand: Readonly<Record<TaskKind, Way>> = {
  "set-up": "by-hand",
  "assign-addresses": "by-hand",
  suspend: "by-hand",
  resume: "by-hand",
  change: "by-hand",
  close: "by-hand",
};

const allByItself: Readonly<Record<TaskKind, Way>> = {
  "set-up": "by-itself",
  "assign-addresses": "by-itself",
  suspend: "by-itself",
  resume: "by-itself",
  change: "by-itself",
  close: "by-itself",
};

/** The panel assigns and frees addresses and switches ports; a person handles the equipment [documented: DCImanager 6 integration with BILLmanager]. */
const colocationOnDcimanager6: Readonly<Record<TaskKind, Way>> = {
  ...allByItself,
  "set-up": "by-hand-then-by-itself",
  change: "by-hand-then-by-itself",
  close: "by-hand-then-by-itself",
};

/** Only enabling and disabling run by themselves [documented: BILLmanager, colocation through DSmanager]. */
const colocationOnDsmanager: Readonly<Record<TaskKind, Way>> = {
  ...allByHand,
  suspend: "by-itself",
  resume: "by-itself",
};

/** How a task of this kind is done for services of this module. */
export function planOf({ type, productType }: Planned, kind: TaskKind): Way {
  switch (type) {
    case "dcimanager6-colocation":
      return colocationOnDcimanager6[kind];
    case "dsmanager":
      return (productType === "dedicated" ? allByItself : colocationOnDsmanager)[kind];
    case "manual":
      return allByHand[kind];
  }
}

/** How a change of these resources is done: where only addresses change and the panel handles them, nobody has to do anything. */
export function planOfChange(module: Planned, resources: readonly string[]): Way {
  const way = planOf(module, "change");
  const isOfAddresses = resources.every((name) => name === "ip" || name === "ipv6");
  return way === "by-hand-then-by-itself" && isOfAddresses ? "by-itself" : way;
}

/** A module of type `manual` has none: nothing is ever sent for it. */
export function hasPanel({ type }: Pick<Module, "type">): boolean {
  return type !== "manual";
}
