import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesBetween } from "../../main/domain/journal-differences";

test("a changed record tells the parts that differ, by their path", () => {
  const before = { id: "t", revision: 1, name: "Colo", resources: [{ name: "ip", maximum: 4 }, { name: "power" }] };
  const after = { id: "t", revision: 2, name: "Colo", resources: [{ name: "ip", maximum: 8 }, { name: "power" }] };
  expect(differencesBetween(before, after)).toEqual({
    differences: [{ field: "resources.0.maximum", before: "4", after: "8", isSecret: false }],
    omitted: 0,
  });
});

test("an added record tells its fields and leaves out what is empty; a removed one tells them the other way round", () => {
  const record = { revision: 1, name: "Floor", members: [], note: "", place: null };
  expect(differencesBetween(undefined, record).differences).toEqual([
    { field: "name", before: null, after: "Floor", isSecret: false },
  ]);
  expect(differencesBetween(record, undefined).differences).toEqual([
    { field: "name", before: "Floor", after: null, isSecret: false },
  ]);
});

test("of a secret only the change is told, at any depth and inside a list", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("password", "sealedPassword", "apiToken", "clientSecret"),
      fc.constantFrom("hunter2-old", undefined),
      fc.constantFrom("hunter2-new", undefined),
      (name, was, is) => {
        const holding = (value: string | undefined) => ({
          [name]: value,
          request: { deep: { [name]: value } },
          list: [{ [name]: value }],
        });
        for (const pair of [
          [holding(was), holding(is)],
          [undefined, holding(is)],
          [holding(was), undefined],
        ] as const) {
          const told = differencesBetween(pair[0], pair[1]);
          expect(JSON.stringify(told)).not.toContain("hunter2");
        }
        if (was !== is) {
          expect(differencesBetween(holding(was), holding(is)).differences).toContainEqual({
            field: `request.deep.${name}`,
            before: null,
            after: null,
            isSecret: true,
          });
        }
      },
    ),
  );
});

test("long values are shortened and long lists are cut, and what is left out is counted", () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`field${String(index)}`, "😀".repeat(5_000)]),
  );
  const told = differencesBetween(undefined, many);
  expect(told.omitted).toBe(20);
  expect(told.differences).toHaveLength(40);
  for (const { after } of told.differences) expect([...(after ?? "")]).toHaveLength(201);
});

test("nothing is told where nothing changed", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      expect(differencesBetween(record, structuredClone(record)).differences).toEqual([]);
    }),
  );
});
