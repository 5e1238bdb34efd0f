import { inspect } from "node:util";
import { redact } from "../../../main/adapters/redact";
import { plantedSecret } from "../planted";
import { strangeText, strangeValue } from "../strange";
import type { Random } from "../../../simulator/site/random";
import type { Target } from "../target";

const names = [
  "password",
  "Token",
  "secret",
  "authorization",
  "ses6",
  "sealedPassword",
  "apiKey",
  "recoveryCode",
  "pin",
] as const;

/** Details of the log with a secret where the log promises to take it out: under its name, in an address, behind a scheme or a sign. */
export const logLines: Target = {
  name: "log lines",
  weight: 6,
  open: async () => ({
    make(random) {
      const details = makeDetails(random);
      return {
        show: () => inspect(details, { depth: 12, breakLength: Infinity }),
        run: async () => [JSON.stringify(redact(details))],
      };
    },
    close: async () => undefined,
  }),
};

function makeDetails(random: Random): Record<string, unknown> {
  let inside: unknown = hold(random);
  for (let level = random.below(9); level > 0; level -= 1) {
    const strange = strangeValue(random, false);
    inside = random.pick<unknown>([{ a: inside, strange }, [strange, inside], failureAround(inside)]);
  }
  return { inside, strange: strangeValue(random, false) };
}

function hold(random: Random): unknown {
  const padding = random.chance(0.3) ? "x ".repeat(random.below(1_010)) : strangeText(random, false);
  const encoded = encodeURIComponent(plantedSecret);
  switch (random.below(5)) {
    case 0:
      return { [random.pick(names)]: random.pick<unknown>([plantedSecret, [plantedSecret], { deep: plantedSecret }]) };
    case 1:
      return `${padding} https://admin:${encoded}@panel.example.net/x`;
    case 2:
      return `${padding} Authorization: Bearer ${Buffer.from(plantedSecret).toString("base64")}`;
    case 3:
      return `${padding}&password=${encoded}&x=1`;
    default:
      return `${padding} {"token": ${JSON.stringify(plantedSecret)}}`;
  }
}

function failureAround(inside: unknown): Error {
  return Object.assign(new Error(typeof inside === "string" ? inside : "failed"), { details: inside });
}
