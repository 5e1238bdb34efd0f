import type { Random } from "./random";

export interface ServerModel {
  readonly configuration: string;
  readonly motherboard: string;
  readonly heightUnits: 1 | 2;
  readonly powerSupplies: 1 | 2;
}

type Models = readonly [ServerModel, ...ServerModel[]];

const providerModels: Models = [
  { configuration: "E-2146G-64Gb-2x480SSD", motherboard: "X11SCM-F", heightUnits: 1, powerSupplies: 1 },
  { configuration: "2xE5-2620-64Gb-2x480SSD", motherboard: "X10DRi", heightUnits: 1, powerSupplies: 2 },
  { configuration: "2xE5-2680-128Gb-4x960SSD", motherboard: "X10DRi", heightUnits: 2, powerSupplies: 2 },
  { configuration: "i9-9900K-64Gb-2x1024NVMe", motherboard: "WS-C246", heightUnits: 1, powerSupplies: 1 },
  { configuration: "2xGold-6230-256Gb-8x1920SSD", motherboard: "X11DPi-N", heightUnits: 2, powerSupplies: 2 },
  { configuration: "EPYC-7302P-128Gb-2x1920NVMe", motherboard: "H11SSL-i", heightUnits: 1, powerSupplies: 2 },
];

/** Kit that customers bring along. */
const customerModels: Models = [
  {
    configuration: "2xGold-5218-192Gb-6x960SSD",
    motherboard: "ProLiant DL360 Gen10",
    heightUnits: 1,
    powerSupplies: 2,
  },
  { configuration: "2xE5-2650-128Gb-8x4000HDD", motherboard: "PowerEdge R730xd", heightUnits: 2, powerSupplies: 2 },
  { configuration: "E3-1270-32Gb-2x240SSD", motherboard: "PRIMERGY RX1330", heightUnits: 1, powerSupplies: 1 },
];

/** What stands in a rack, by whether the customer brought it. */
export function pickModel(random: Random, isCustomerKit: boolean): ServerModel {
  return random.pick(isCustomerKit ? customerModels : providerModels);
}

/** A MAC address that is unique by its number within a site. */
export function macAddress(prefix: string, number: number): string {
  const bytes = [(number >> 16) & 255, (number >> 8) & 255, number & 255];
  return [prefix, ...bytes.map((byte) => byte.toString(16).padStart(2, "0"))].join(":");
}
