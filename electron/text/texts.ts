import type { Translate } from "../../main/contract/phrases/phrase-book";
import type { Language } from "../../main/contract/shapes/preference";
import { en } from "./en";
import { ru } from "./ru";

/** What the host itself says: menu, dialogs, notifications. A text with a value is a function of it. */
export interface HostTexts {
  readonly menu: {
    readonly file: string;
    readonly quit: string;
    readonly edit: string;
    readonly cut: string;
    readonly copy: string;
    readonly paste: string;
    readonly selectAll: string;
    readonly view: string;
    readonly fullScreen: string;
    readonly reload: string;
    readonly tools: string;
    readonly window: string;
    readonly minimize: string;
    readonly close: string;
    readonly go: string;
    readonly list: string;
    readonly task: string;
    readonly help: string;
    readonly openLogs: string;
    readonly about: string;
  };
  readonly outside: {
    readonly question: (host: string) => string;
    readonly open: string;
    readonly cancel: string;
  };
  readonly leaving: {
    readonly stepsWait: (count: number) => string;
    readonly goOutLater: (count: number) => string;
    readonly quit: string;
    readonly stay: string;
  };
  readonly notice: {
    readonly needDecision: (count: number) => string;
    readonly messages: (count: number) => string;
    readonly failed: (subject: string) => string;
    readonly failedAndMore: (subject: string, more: number) => string;
  };
  readonly crash: {
    readonly title: string;
    readonly text: (reference: string) => string;
  };
  readonly cannotStart: string;
}

/** The texts in the language that the window shows at the moment. */
export type ReadTexts = () => HostTexts;

const texts: Readonly<Record<Language, HostTexts>> = { en, ru };

export function textsIn(language: Language): HostTexts {
  return texts[language];
}

/** What puts the program's sentences into a language; the book is loaded where a notification needs it first. */
export async function phrasesIn(language: Language): Promise<Translate> {
  return language === "ru" ? (await import("../../main/contract/phrases/ru")).inRussian : (text) => text;
}
