import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalForm, chained, createChainCheck, firstPreviousHash } from "../../main/domain/journal-chain";
import type { ChainedLine } from "../../main/domain/journal-chain";
import { readJournal, writeJournal } from "../../main/domain/journal-file";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

type Content = Omit<ChainedLine, "sequence" | "previousHash" | "hash">;

const content: Content = {
  id: "j1",
  at: 1_764_000_000_000,
  operator: "Anna",
  workstation: "bench-1",
  via: "window",
  call: "task.accept",
  entity: "task",
  entityId: "task-1",
  serviceId: null,
  summary: "T-1 accepted",
  changes: '[{"record":"task"}]',
};

function chainOf(contents: readonly Content[]): ChainedLine[] {
  const lines: ChainedLine[] = [];
  for (const [index, one] of contents.entries()) {
    const previousHash = lines.at(-1)?.hash ?? firstPreviousHash;
    lines.push(chained({ ...one, sequence: index + 1, previousHash }, digest));
  }
  return lines;
}

function check(lines: readonly (ChainedLine | undefined)[]) {
  const chain = createChainCheck(digest);
  for (const line of lines) {
    const broken = line && chain.take(line);
    if (broken) return broken;
  }
  return chain.count();
}

const special = ["=", "+", "-", "@", "'", '"', ",", "\r", "\n", "\t", "Я", "😀", "{", "}"];
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...special), fc.string({ minLength: 1, maxLength: 1 })),
});
const contentArbitrary: fc.Arbitrary<Content> = fc.record({
  id: fc.string({ minLength: 1 }),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  operator: text,
  workstation: text,
  via: fc.constantFrom("window", "command-line", null),
  call: text,
  entity: text,
  entityId: text,
  serviceId: fc.option(fc.string({ minLength: 1 })),
  summary: text,
  changes: fc.array(fc.record({ record: text })).map((changes) => JSON.stringify(changes)),
});

test("the canonical form is the documented one", () => {
  expect(canonicalForm({ ...content, sequence: 7, previousHash: "ab" })).toBe(
    '{"sequence":7,"id":"j1","at":1764000000000,"operator":"Anna","workstation":"bench-1","via":"window",' +
      '"call":"task.accept","entity":"task","entityId":"task-1","serviceId":null,"summary":"T-1 accepted",' +
      '"changes":[{"record":"task"}],"previousHash":"ab"}',
  );
});

test("a line of JSON Lines is the canonical form with its hash behind it", () => {
  const [line] = chainOf([content]);
  const written = writeJournal("jsonl", line ? [line] : [], true);
  const withoutHash = written.trimEnd().replace(/,"hash":"[0-9a-f]{64}"\}$/u, "}");
  expect(digest(withoutHash)).toBe(line?.hash);
});

describe("a chain", () => {
  const lines = chainOf([content, { ...content, id: "j2" }, { ...content, id: "j3" }]);
  const [first, second, third] = lines as [ChainedLine, ChainedLine, ChainedLine];

  test("holds as it was written", () => {
    expect(check(lines)).toBe(3);
  });

  test("names the first changed content, or its successor when the hash was made to fit", () => {
    const { hash: _, ...changed } = { ...second, operator: "Boris" };
    expect(check([first, { ...second, operator: "Boris" }, third])).toMatchObject({ sequence: 2, what: "changed" });
    expect(check([first, chained(changed, digest), third])).toMatchObject({ sequence: 3, what: "previous" });
  });

  test("names what was taken out, at the beginning, in the middle and at the end", () => {
    expect(check([second, third])).toMatchObject({ sequence: 1, what: "missing" });
    expect(check([first, third])).toMatchObject({ sequence: 2, what: "missing" });
    const chain = createChainCheck(digest);
    chain.take(first);
    expect(chain.end(3)).toMatchObject({ sequence: 2, what: "missing" });
    expect(chain.end(1)).toBeUndefined();
  });

  test("shows a swap, with and without changed numbers", () => {
    expect(check([first, third, second])).toMatchObject({ sequence: 2 });
    expect(check([first, { ...third, sequence: 2 }, { ...second, sequence: 3 }])).toMatchObject({
      sequence: 2,
      what: "previous",
    });
  });

  test("does not hold with an entry given twice", () => {
    expect(check([first, first, second])).toMatchObject({ sequence: 1 });
  });
});

describe.each(["csv", "jsonl"] as const)("a file in %s", (format) => {
  test("comes back with an intact chain, whatever is in it", () => {
    fc.assert(
      fc.property(fc.array(contentArbitrary, { maxLength: 5 }), (contents) => {
        const lines = chainOf(contents);
        expect(readJournal(writeJournal(format, lines, true))).toEqual(lines);
        expect(check(readJournal(writeJournal(format, lines, true)))).toBe(lines.length);
      }),
    );
  });

  test("shows any changed character of what was done", () => {
    const written = writeJournal(format, chainOf([content, content]), true);
    const summaryAt = written.indexOf("T-1 accepted");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: "T-1 accepted".length - 1 }), (offset) => {
        const at = summaryAt + offset;
        const changed = `${written.slice(0, at)}#${written.slice(at + 1)}`;
        expect(check(readJournal(changed))).toMatchObject({ sequence: 1, what: "changed" });
      }),
    );
  });

  test("marks a line that cannot be read", () => {
    const written = writeJournal(format, chainOf([content]), true);
    expect(readJournal(`${written}nonsense\n`)).toContain(undefined);
  });
});

test("no cell of a CSV begins like a formula", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), text, (sign, rest) => {
      const [line] = chainOf([{ ...content, summary: `${sign}${rest}` }]);
      const written = writeJournal("csv", line ? [line] : [], false);
      expect(written).toMatch(/(,|,")'[=+\-@\t\r]/u);
    }),
  );
});
