import { useEffect, useState } from "react";
import type { Fault } from "../../main/contract/faults";
import type { SearchAnswer } from "../../main/contract/shapes/search";
import { call } from "../api";

export interface SearchHits {
  /** The newest answer; it stays while the next one is on its way. Null while nothing is looked for. */
  readonly answer: SearchAnswer | null;
  readonly fault: Fault | null;
  /** The answer is to the text as it is now. */
  readonly isSettled: boolean;
}

interface Answered {
  readonly text: string;
  readonly answer: SearchAnswer | null;
  readonly fault: Fault | null;
}

const nothing: Answered = { text: "", answer: null, fault: null };

/**
 * What a text is found in, while it is typed. One question is on its way at a time and the next one is about the text as it is then: so every answer
 * comes as soon as it can, and none about a text that is gone is shown.
 */
export function useSearchHits(typed: string): SearchHits {
  const text = typed.trim();
  const [answered, setAnswered] = useState(nothing);
  const [search] = useState(() => createSearch(setAnswered));
  useEffect(() => {
    search.look(text);
  }, [search, text]);
  useEffect(
    () => () => {
      search.end();
    },
    [search],
  );
  if (text === "") return { answer: null, fault: null, isSettled: true };
  return { answer: answered.answer, fault: answered.fault, isSettled: answered.text === text };
}

function createSearch(tell: (answered: Answered) => void) {
  let wanted = "";
  let isUnderWay = false;
  let last = nothing;
  const ask = async (): Promise<void> => {
    isUnderWay = true;
    while (wanted !== last.text) {
      const text = wanted;
      const result = text === "" ? null : await call("search.find", { text });
      // Meanwhile something else was typed: the answer is of the past.
      if (text !== wanted) continue;
      const answer = result === null ? null : result.ok ? result.value : last.answer;
      last = { text, answer, fault: result === null || result.ok ? null : result.fault };
      tell(last);
    }
    isUnderWay = false;
  };
  return {
    look: (text: string): void => {
      wanted = text;
      if (!isUnderWay) void ask();
    },
    end: (): void => {
      wanted = last.text;
    },
  };
}
