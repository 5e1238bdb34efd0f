import type { ActionRecord, Repositories } from "../ports/store";

/** The oldest step of every lane, remembered so that the end of one step does not mean reading the heads of thousands of lanes again. */
export interface Heads {
  /** Reads what is not known any more. */
  list(actions: Repositories["actions"]): Promise<readonly ActionRecord[]>;
  /** A step of this lane has moved. */
  forget(lane: string): void;
  /** Somebody else wrote into the outbox. */
  forgetAll(): void;
}

export function createHeads(): Heads {
  let known: Map<string, ActionRecord> | undefined;
  const moved = new Set<string>();
  let writings = 0;

  async function readAll(actions: Repositories["actions"]): Promise<Map<string, ActionRecord>> {
    const before = writings;
    moved.clear();
    const heads = new Map((await actions.listHeads()).map((head) => [head.lane, head]));
    // What was written while this was being read may not be in it.
    known = before === writings ? heads : undefined;
    return heads;
  }

  async function readMoved(heads: Map<string, ActionRecord>, actions: Repositories["actions"]): Promise<void> {
    const lanes = [...moved];
    moved.clear();
    for (const lane of lanes) {
      const head = await actions.findHead(lane);
      if (head) heads.set(lane, head);
      else heads.delete(lane);
    }
  }

  return {
    async list(actions) {
      const heads = known ?? (await readAll(actions));
      await readMoved(heads, actions);
      return [...heads.values()];
    },
    forget: (lane) => void moved.add(lane),
    forgetAll() {
      writings += 1;
      known = undefined;
    },
  };
}
