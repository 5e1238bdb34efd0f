import { describe, expect, it } from "vitest";
import { resourceShape } from "../../main/contract/shapes/tariff";
import { createAllAddOns } from "../../main/domain/tariff";
import { resource } from "../builders/resource";

describe("create all add-ons", () => {
  it("gives colocation its six resources by their internal names, all of integer value type", () => {
    const all = createAllAddOns("colocation", []);
    expect(all.map((one) => [one.name, one.title, one.valueType])).toEqual([
      ["flat", "Bandwidth", "integer"],
      ["power", "Power", "integer"],
      ["port", "1Gb port", "integer"],
      ["unit", "Unit in rack", "integer"],
      ["ip", "Public IPv4 addresses", "integer"],
      ["ipv6", "IPv6 addresses", "integer"],
    ]);
  });

  it("gives a dedicated server its addresses", () => {
    expect(createAllAddOns("dedicated", []).map((one) => one.name)).toEqual(["ip", "ipv6"]);
  });

  it.each(["colocation", "dedicated"] as const)("gives %s resources that a tariff accepts", (productType) => {
    for (const one of createAllAddOns(productType, [])) expect(resourceShape.parse(one)).toEqual(one);
  });

  it("keeps what was given in its place and puts what is missing behind", () => {
    const ip = resource("ip", { included: 4 });
    const os = resource("os", { valueType: "enumeration", enumerationId: "systems" });
    const all = createAllAddOns("dedicated", [os, ip]);
    expect(all.map((one) => one.name)).toEqual(["os", "ip", "ipv6"]);
    expect(all.slice(0, 2)).toEqual([os, ip]);
  });
});
