import { RemoteFailure } from "../../../main/ports/failure";
import type { Log } from "../../../main/ports/host";
import { createPanelConnector } from "../../../main/remote/connector";
import type { HttpAnswer } from "../../../main/remote/http";
import type { Random } from "../../../simulator/site/random";
import { mutateText, mutateValue, writeJson } from "../mutate";
import { plantedSecret, wordsOf } from "../planted";
import { addressOf, connectionTo, quickLimits, recordPanel } from "../recorded-panels";
import type { PanelKind, Recording } from "../recorded-panels";
import type { Target, Trial } from "../target";

const statuses = [201, 204, 301, 400, 401, 403, 404, 409, 429, 500, 502, 503, 599] as const;

const grammars = {
  json: ["{", "}", "[", "]", ":", ",", '"', "\\", "\\u0000", "\\ud800", "null", '"list":', '"size":1e9,', '"error":{'],
  xml: [
    "<",
    ">",
    "/>",
    "<elem>",
    "</elem>",
    "<id>",
    "<doc>",
    "</doc>",
    '<error code="3" obj="x">',
    '<error type="missed" object="x"><msg>',
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "&#0;",
    "&#x110000;",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml version='1.0' encoding='UTF-16'?>",
    "<p_elems>1000000</p_elems>",
    "<filter/>",
    "<ok/>",
    " a='b'",
    " xmlns:a='b'",
    "\ufffd",
  ],
} as const;

/** The answers of one kind of panel, one of them mutated, on the whole way through session, envelope, shapes and map. */
export function panelAnswers(kind: PanelKind, weight: number): Target {
  return {
    name: `${kind} answers`,
    weight,
    async open() {
      const [first, ...others] = await recordPanel(kind);
      if (!first) throw new Error(`The simulated ${kind} answered nothing`);
      return {
        make: (random) => makeTrial(kind, random.pick([first, ...others]), random),
        close: async () => undefined,
      };
    },
  };
}

function makeTrial(kind: PanelKind, { question, answers }: Recording, random: Random): Trial {
  const [first = ["", ""], ...others] = [...answers];
  const [address, text] = random.pick([first, ...others]);
  const mutated = mutateAnswer(kind, random, text);
  const status = random.chance(0.15) ? random.pick(statuses) : 200;
  return {
    show: () => `${question.name}; ${address} answers ${String(status)}\n${mutated}`,
    async run() {
      const log = createKeptLog();
      const carry = async (asked: string): Promise<HttpAnswer> => {
        const known = asked === address ? undefined : answers.get(asked);
        return known === undefined
          ? { status, retryAfter: "30", text: mutated }
          : { status: 200, retryAfter: null, text: known };
      };
      const connector = createPanelConnector({
        log,
        limits: quickLimits,
        openTransport: () => (request) => carry(addressOf(request)),
      });
      try {
        await question.ask(connector.connect(connectionTo(kind, "http://127.0.0.1:9", plantedSecret)));
        return log.lines;
      } catch (error) {
        if (!(error instanceof RemoteFailure)) throw error;
        return [...wordsOf(error), ...log.lines];
      }
    },
  };
}

function mutateAnswer(kind: PanelKind, random: Random, text: string): string {
  if (kind !== "dcimanager6") return mutateText(random, text, grammars.xml);
  if (random.chance(0.35)) return mutateText(random, text, grammars.json);
  try {
    return writeJson(mutateValue(random, JSON.parse(text)));
  } catch {
    return mutateText(random, text, grammars.json);
  }
}

function createKeptLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (event: string, details: unknown = {}): void => void lines.push(`${event} ${JSON.stringify(details)}`);
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}
