import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { SecretHasher } from "../ports/host";

interface ScryptCost {
  /** Rounds, a power of two; memory grows with it. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's recommendation for 64 MiB; about a fifth of a second on a workstation. */
const defaultCost: ScryptCost = { n: 2 ** 16, r: 8, p: 2 };
/** For a PIN that everybody knows: tests, and the practice site. */
export const quickCost: ScryptCost = { n: 2 ** 10, r: 8, p: 1 };
/** What a stored hash may ask for; a changed one must not take the machine's memory. */
const limits: ScryptCost = { n: 2 ** 20, r: 16, p: 16 };
const saltBytes = 16;
const hashBytes = 32;
const stored = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/u;

/** Stores a secret as `scrypt$n$r$p$salt$hash`, both base64url. One that cannot be read matches nothing. */
export function createScryptHasher(cost: ScryptCost = defaultCost): SecretHasher {
  return {
    async hash(secret) {
      const salt = randomBytes(saltBytes);
      const hash = await derive(secret, salt, cost);
      return ["scrypt", cost.n, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
    },
    async matches(secret, hash) {
      const [, n, r, p, salt, expected] = stored.exec(hash) ?? [];
      const own = { n: Number(n), r: Number(r), p: Number(p) };
      if (salt === undefined || expected === undefined || exceeds(own)) return false;
      const wanted = Buffer.from(expected, "base64url");
      return (
        wanted.length === hashBytes &&
        timingSafeEqual(await derive(secret, Buffer.from(salt, "base64url"), own), wanted)
      );
    },
  };
}

function exceeds({ n, r, p }: ScryptCost): boolean {
  return n < 2 || r < 1 || p < 1 || n > limits.n || r > limits.r || p > limits.p || !Number.isInteger(Math.log2(n));
}

/** The same letters typed on different keyboards may come composed or not. */
function derive(secret: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize("NFKC"), salt, hashBytes, { N: n, r, p, maxmem: 256 * n * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
