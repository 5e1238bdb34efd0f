import { readDescription } from "../../../main/remote/dcimanager6/interface-description";
import type { Random } from "../../../simulator/site/random";
import { mutateValue } from "../mutate";
import { sample } from "../strange";
import type { Target } from "../target";
import fc from "fast-check";

const description = {
  openapi: "3.0.1",
  servers: [{ url: "https://dci.example.net/api/dci/v3/" }],
  paths: {
    "/server": {
      get: {},
      post: {
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/NewServer" } } } },
      },
    },
    "/server/{id}/ip": { post: { parameters: [{ in: "body", schema: { properties: { count: {} } } }] } },
  },
  components: {
    schemas: {
      NewServer: { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { rack: {}, unit: {} } }] },
      Base: { oneOf: [{ $ref: "#/components/schemas/Base" }], properties: { name: {}, location: {} } },
    },
  },
};

/** What a DCImanager 6 publishes of its own interface, with schemas that point at each other and at themselves. */
export const interfaceDescriptions: Target = {
  name: "interface descriptions",
  weight: 6,
  open: async () => ({
    make(random) {
      const document = mutateValue(random, random.chance(0.3) ? selfSimilar(random) : description);
      return {
        show: () => JSON.stringify(document),
        run: async () => {
          readDescription(document);
          return [];
        },
      };
    },
    close: async () => undefined,
  }),
};

function selfSimilar(random: Random): unknown {
  const names = ["A", "B", "C"] as const;
  const reference = () => ({ $ref: `#/components/schemas/${random.pick(names)}` });
  const schema = () => ({
    properties: sample(random, fc.dictionary(fc.string(), fc.constant({}))),
    [random.pick(["allOf", "anyOf", "oneOf"])]: Array.from({ length: 1 + random.below(60) }, reference),
  });
  const body = { content: { "application/json": { schema: reference() } } };
  return {
    paths: { "/server": { post: { requestBody: body } } },
    components: { schemas: Object.fromEntries(names.map((name) => [name, schema()])) },
  };
}
