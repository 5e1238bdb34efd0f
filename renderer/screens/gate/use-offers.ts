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

/** Who may sign in here. Asked past the queries, which rest while nobody is signed in. */
export function useOffers(): Offers {
  const [answer, setAnswer] = useState<Omit<Offers, "reload">>({ offers: undefined, fault: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void call("operator.offers", {}).then((result) => {
      if (!isWanted) return;
      setAnswer(result.ok ? { offers: result.value, fault: null } : { offers: undefined, fault: result.fault });
    });
    return () => {
      isWanted = false;
    };
  }, [round]);
  return {
    ...answer,
    reload: useCallback(() => {
      setRound((before) => before + 1);
    }, []),
  };
}
