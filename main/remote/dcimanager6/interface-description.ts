import { z } from "zod";

/** One operation that a panel publishes: what a route can be held against. */
export interface PublishedOperation {
  readonly method: string;
  /** As `routes.ts` writes it: below the base address, every id as `{}`. */
  readonly path: string;
  /** Fields of the body; null where the description leaves them open. */
  readonly fields: ReadonlySet<string> | null;
}

const anyObject = z.record(z.string(), z.unknown());
const documentShape = z.object({
  basePath: z.string().optional(),
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string(), anyObject),
});
const bodyParameter = z.object({ in: z.literal("body"), schema: anyObject });
const requestBody = z.object({ content: z.record(z.string(), z.object({ schema: anyObject.optional() })) });
const schemaShape = z.object({
  $ref: z.string().optional(),
  properties: anyObject.optional(),
  allOf: z.array(anyObject).optional(),
  oneOf: z.array(anyObject).optional(),
  anyOf: z.array(anyObject).optional(),
});
const methods: readonly string[] = ["get", "post", "put", "patch", "delete"];
const deepestSchema = 32;

/** Path without host, `/api` and names of ids, so that a route and a description of it come out equal. */
export function normalPath(path: string): string {
  return path
    .replace(/^https?:\/\/[^/]+/i, "")
    .replace(/\{[^}]*\}/g, "{}")
    .split("/")
    .filter((part) => part !== "")
    .join("/")
    .replace(/^api\//, "");
}

/** The operations of an OpenAPI 2 or 3 document; null for anything else. */
export function readDescription(document: unknown): PublishedOperation[] | null {
  const parsed = documentShape.safeParse(document);
  if (!parsed.success) return null;
  const { basePath, servers, paths } = parsed.data;
  const base = basePath ?? servers?.[0]?.url ?? "";
  const schemas: Schemas = { document, known: new Map() };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      methods.includes(method.toLowerCase())
        ? [
            {
              method: method.toUpperCase(),
              path: normalPath(`${base}/${path}`),
              fields: fieldsOf(schemaOf(operation), schemas, 0),
            },
          ]
        : [],
    ),
  );
}

function schemaOf(operation: unknown): unknown {
  const found = z
    .object({ parameters: z.array(z.unknown()).optional(), requestBody: requestBody.optional() })
    .safeParse(operation);
  if (!found.success) return null;
  const { parameters = [], requestBody: body } = found.data;
  if (body) return (body.content["application/json"] ?? Object.values(body.content)[0])?.schema;
  return parameters.flatMap((parameter) => bodyParameter.safeParse(parameter).data ?? [])[0]?.schema;
}

interface Schemas {
  readonly document: unknown;
  /** By reference. Each is read once: schemas that point at each other would be read over and over. */
  readonly known: Map<string, ReadonlySet<string> | null>;
}

function fieldsOf(schema: unknown, schemas: Schemas, depth: number): ReadonlySet<string> | null {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success || depth > deepestSchema) return null;
  const { $ref, properties, allOf, oneOf, anyOf } = parsed.data;
  if ($ref !== undefined) return fieldsBehind($ref, schemas, depth);
  const parts = [...(allOf ?? []), ...(oneOf ?? []), ...(anyOf ?? [])].map((part) =>
    fieldsOf(part, schemas, depth + 1),
  );
  if (!properties && parts.every((part) => part === null)) return null;
  const fields = new Set(Object.keys(properties ?? {}));
  for (const part of parts) for (const field of part ?? []) fields.add(field);
  return fields;
}

/** A schema that points back at one that is being read adds nothing to it. */
function fieldsBehind(reference: string, schemas: Schemas, depth: number): ReadonlySet<string> | null {
  const known = schemas.known.get(reference);
  if (known !== undefined) return known;
  schemas.known.set(reference, null);
  const fields = fieldsOf(follow(reference, schemas.document), schemas, depth + 1);
  schemas.known.set(reference, fields);
  return fields;
}

/** Points inside the same document only: `#/components/schemas/Owner`. */
function follow(reference: string, document: unknown): unknown {
  if (!reference.startsWith("#/")) return null;
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((inside, name) => {
      const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
      const parsed = anyObject.safeParse(inside);
      return parsed.success ? parsed.data[key] : null;
    }, document);
}
