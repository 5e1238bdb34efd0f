import { buildDsmanagerSite, type BuiltDsmanagerSite } from "./site-builder";
import type { DsmanagerSite } from "./site-document";

/**
 * The practice data centre of servers for hire. Its servers, users, racks and switches have the same numbers as those
 * of the DCImanager 6 practice sites on purpose, so that whoever mixes the panels up is found out.
 */
export function createPracticeDsmanagerSite(): BuiltDsmanagerSite {
  return buildDsmanagerSite({
    seed: 2028,
    name: "Tallinn-3",
    racks: ["D01", "D02", "D03", "D04"],
    serversPerRack: 15,
    colocationPerRack: 3,
    customers: [
      { name: "c1@example.org", realName: "Client One" },
      { name: "ops@baltic-video.example", realName: "Baltic Video SIA" },
      { name: "info@romashka.example", realName: "ООО «Ромашка»" },
      { name: "tugi@pilvepood.example", realName: "Pilvepood OÜ" },
    ],
    stems: ["HP", "ded", "узел"],
    addressRanges: ["198.18.7.10-198.18.7.250", "2001:db8:7::2-2001:db8:7::ffff"],
    addressOf: (number) => `198.18.7.${String(10 + number)}`,
  });
}

/** A data centre as big as DSmanager ever served. */
export function createLargeDsmanagerSite({ servers }: { readonly servers: number }): DsmanagerSite {
  const serversPerRack = 20;
  return buildDsmanagerSite({
    seed: 5_000,
    name: "Large DSmanager",
    racks: Array.from({ length: Math.ceil(servers / serversPerRack) }, (_, place) => `R${String(place + 1)}`),
    serversPerRack,
    colocationPerRack: 1,
    customers: Array.from({ length: 100 }, (_, place) => ({
      name: `c${String(place)}@example.org`,
      realName: `Клиент ${String(place)}`,
    })),
    stems: ["ded", "сервер", "node", "узел"],
    addressRanges: ["10.128.0.0-10.255.255.255"],
    addressOf: (number) => `10.${String(128 + (number >> 16))}.${String((number >> 8) & 255)}.${String(number & 255)}`,
  }).site;
}
