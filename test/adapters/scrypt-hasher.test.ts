import { describe, expect, it } from "vitest";
import { createScryptHasher, quickCost } from "../../main/adapters/scrypt-hasher";

const hasher = createScryptHasher(quickCost);

describe("the hash of a secret", () => {
  it("matches its secret and no other, not even one that begins the same", async () => {
    const hash = await hasher.hash("correct horse battery");
    expect(await hasher.matches("correct horse battery", hash)).toBe(true);
    for (const other of ["", "correct horse", "correct horse battery ", "Correct horse battery"])
      expect(await hasher.matches(other, hash), other).toBe(false);
  });

  it("is another one each time, so that equal PINs cannot be told from each other", async () => {
    expect(await hasher.hash("1234")).not.toBe(await hasher.hash("1234"));
  });

  it("says what it cost, so that it stays good when the cost is raised", async () => {
    const hash = await createScryptHasher({ n: 2 ** 8, r: 4, p: 1 }).hash("4711");
    expect(hash).toMatch(/^scrypt\$256\$4\$1\$[\w-]{22}\$[\w-]{43}$/u);
    expect(await createScryptHasher().matches("4711", hash)).toBe(true);
  });

  it("takes letters that a keyboard composes in two ways for the same", async () => {
    expect(await hasher.matches("zo\u0065\u0308 passphrase", await hasher.hash("zo\u00eb passphrase"))).toBe(true);
  });

  it("costs 64 MiB unless it is told otherwise", async () => {
    const [, n, r, p] = (await createScryptHasher().hash("1234")).split("$").map(Number);
    expect([128 * (n ?? 0) * (r ?? 0), p]).toEqual([64 * 1024 * 1024, 2]);
  });
});

describe("a stored hash that was damaged", () => {
  it.each([
    "",
    "scrypt",
    "scrypt$1024$8$1$salt",
    "scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$",
    "scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$c2hvcnQ",
    "scrypt$1000$8$1$c2FsdHNhbHRzYWx0c2FsdA$c2hvcnQ",
    "scrypt$0$0$0$c2FsdHNhbHRzYWx0c2FsdA$c2hvcnQ",
    "scrypt$1073741824$8$1$c2FsdHNhbHRzYWx0c2FsdA$c2hvcnQ",
    "argon2id$v=19$m=65536$t=3$p=4$c2FsdA$aGFzaA",
  ])("matches nothing and takes no memory: %s", async (hash) => {
    expect(await hasher.matches("1234", hash)).toBe(false);
  });
});
