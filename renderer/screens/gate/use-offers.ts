import { useCallback, useEffect, useState } from "react";
import type { Fault } from "../../../main/contract/faults";
import type { SignInOffer } from "../../../main/contract/shapes/operator";
import { call } from "../../api";

export interface Offers {
  /** Undefined before the first answer. */
  readonly offers: readonly SignInOffer[] | undefined;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

type Answer = Omit<Offers, "reload">;

/** Asked before there was a gate; taken by the one that is drawn first. */
let prepared: Answer | null = null;

/** Asks ahead for the gate that comes next, so that everybody is in its first frame. */
export async function prepareOffers(): Promise<void> {
  prepared = await ask();
}

/** Who may sign in here. Asked past the queries, which rest while nobody is signed in. */
export function useOffers(): Offers {
  const [first] = useState(takePrepared);
  const [answer, setAnswer] = useState<Answer>(first ?? { offers: undefined, fault: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (first !== null && round === 0) return undefined;
    let isWanted = true;
    void ask().then((next) => {
      if (isWanted) setAnswer(next);
    });
    return () => {
      isWanted = false;
    };
  }, [first, round]);
  return {
    ...answer,
    reload: useCallback(() => {
      setRound((before) => before + 1);
    }, []),
  };
}

function takePrepared(): Answer | null {
  const taken = prepared;
  prepared = null;
  return taken;
}

async function ask(): Promise<Answer> {
  const result = await call("operator.offers", {});
  return result.ok ? { offers: result.value, fault: null } : { offers: undefined, fault: result.fault };
}
