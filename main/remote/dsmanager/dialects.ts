import type { Dialect } from "../../contract/shapes/module";
import type { XmlElement } from "./xml";

export type ErrorMeaning =
  /** The session is not, or no longer, accepted. */
  | "unauthenticated"
  | "unknown-function"
  | "unknown-id"
  /** The panel said no before it did anything. */
  | "refused"
  /** It failed on the way; what it had done by then is open. */
  | "broken"
  /** It is not an error of this dialect. */
  | "foreign";

export interface PanelError {
  readonly meaning: ErrorMeaning;
  /** The panel's own words; where it gave none, a sentence that names what the error is about. */
  readonly words: string;
}

/** How one generation of the family differs from the other. Both report errors inside HTTP 200. */
export interface DialectRules {
  /** As a person calls it. */
  readonly product: string;
  /** Where the panel lives when its address names no path. */
  readonly defaultPath: string;
  /** Lists come in pages, and a filter set by the same user stays until it is taken away. */
  readonly hasPages: boolean;
  readonly readError: (error: XmlElement) => PanelError;
}

export const dialects: Readonly<Record<Dialect, DialectRules>> = {
  dsmanager: {
    product: "DSmanager",
    defaultPath: "/manager/dsmgr",
    hasPages: false,
    readError: readNumberedError,
  },
  dcimanager5: {
    product: "DCImanager 5",
    defaultPath: "/dcimgr",
    hasPages: true,
    readError: readTypedError,
  },
};

/** Generation 4: `<error code="3" obj="server" val="…">words</error>` [documented: error codes of the family]. */
function readNumberedError(error: XmlElement): PanelError {
  const { code, obj = "", val = "" } = error.attributes;
  const subject = val || obj;
  const say = (meaning: ErrorMeaning, sentence: string): PanelError => ({
    meaning,
    words: error.text.trim() || (subject === "" ? sentence : `${sentence}: ${subject}`),
  });
  switch (code) {
    case undefined:
      return { meaning: "foreign", words: "" };
    case "1":
      return say("broken", "The panel reports an internal error");
    case "2":
      return say("refused", "The panel has this already");
    case "3":
      return obj === "func"
        ? say("unknown-function", "The panel does not know the function")
        : say("unknown-id", "The panel does not know this");
    case "4":
      return say("refused", "The panel does not take this value");
    case "5":
      return say("refused", "A limit of the panel is reached");
    case "6":
      return obj === "auth" || obj === "session"
        ? say("unauthenticated", "The panel does not accept the sign-in")
        : say("refused", "The account may not do this");
    case "7":
      return say("refused", "The panel's licence does not allow this");
    default:
      return say("refused", `The panel refused this (code ${code})`);
  }
}

/** Generation 5: `<error type="missed" object="server"><msg>words</msg></error>` [seen in code: ISPsystemLLC/billmanager]. */
function readTypedError(error: XmlElement): PanelError {
  const { type, object = "" } = error.attributes;
  const words = error.children.find(({ name }) => name === "msg")?.text.trim() ?? "";
  const say = (meaning: ErrorMeaning): PanelError => ({
    meaning,
    words: words || ["The panel refused this", type, object].filter((part) => part !== "").join(": "),
  });
  switch (type) {
    case undefined:
      return { meaning: "foreign", words: "" };
    case "auth":
    case "invalid_login_or_passwd":
    case "captcha_verification_failed":
      return say("unauthenticated");
    case "missed":
      return say(object === "func" ? "unknown-function" : "unknown-id");
    case "internal":
      return say("broken");
    default:
      return say("refused");
  }
}
