import type { LabelKind, LabelValues } from "../../contract/shapes/label";

const common = { contact: "NOC +371 6700 1234", date: "2026-11-23" };
const rack = { site: "RIX-1", rack: "A12", place: "RIX-1 A12" };

const samples: Readonly<Record<LabelKind, LabelValues>> = {
  server: {
    ...common,
    ...rack,
    name: "srv-b12-07",
    place: "RIX-1 A12 U14-15",
    units: "U14-15",
    id: "S7K3MQ94",
    serial: "CZ3214T7QX",
    service: "C-17",
    customer: "Northwind",
    side: "front",
  },
  rack: { ...common, ...rack, name: "1A-AJ05", id: "R2M8XT51", side: "front" },
  port: {
    ...common,
    ...rack,
    place: "RIX-1 A12 U42",
    units: "U42",
    name: "sw-a12-1 Gi1/0/14",
    device: "sw-a12-1",
    port: "Gi1/0/14",
    id: "P9QH3VD6",
    far: "srv-b12-07",
  },
  cable: { ...common, ...rack, near: "A12 U14 eth0", far: "A12 U42 Gi14", id: "K4W7RB2N" },
  text: {
    ...common,
    line1: "Do not switch off",
    line2: "Storage of the backup site",
    line3: "Ask the NOC first",
    line4: "+371 6700 1234",
  },
};

/** What a label of the kind might tell, to design and to preview it by. */
export function sampleValues(kind: LabelKind): LabelValues {
  return samples[kind];
}
