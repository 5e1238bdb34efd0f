import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNaturally } from "../../main/remote/natural-order";

describe("natural order", () => {
  it("counts inside names", () => {
    const names = ["Gi1/0/12", "Gi1/0/2", "Te2/0/1", "Gi1/0/1", "Gi10/0/1"];
    expect(names.sort(compareNaturally)).toEqual(["Gi1/0/1", "Gi1/0/2", "Gi1/0/12", "Gi10/0/1", "Te2/0/1"]);
  });

  it("orders port numbers as numbers", () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (left, right) => {
        const order = compareNaturally(`Gi1/0/${String(left)}`, `Gi1/0/${String(right)}`);
        expect(Math.sign(order)).toBe(Math.sign(left - right));
      }),
    );
  });

  it("is a total order: only equal names tie, and turning a pair round turns the sign", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const order = compareNaturally(left, right);
        expect(order === 0).toBe(left === right);
        expect(Math.sign(order)).toBe(0 - Math.sign(compareNaturally(right, left)));
      }),
    );
  });
});
