import { expect, it } from "vitest";
import {
  cableEnd,
  knownValues,
  placeValues,
  rackIdentifier,
  textValues,
  unitsText,
} from "../../main/domain/label-values";
import { keyOf, labelKindOf } from "../../main/domain/label-subject";

it.each([
  [[], ""],
  [[7], "U07"],
  [[15, 14], "U14-15"],
  [[14, 20, 21, 21], "U14, U20-21"],
  [[9, 10, 11], "U09-11"],
])("units %j read %j", (units, text) => {
  expect(unitsText(units)).toBe(text);
});

it("a place reads from the coarse to the fine, without what is not known", () => {
  expect(placeValues({ site: "RIX-1", rack: "a12", units: [14, 15] })).toEqual({
    place: "RIX-1 A12 U14-15",
    site: "RIX-1",
    rack: "A12",
    units: "U14-15",
  });
  expect(placeValues({ site: "", rack: "A12", units: [] })).toEqual({ place: "A12", rack: "A12" });
  expect(placeValues({ site: "", rack: " ", units: [] })).toEqual({});
});

it("a rack's identifier is in capitals and keeps its digits", () => {
  expect(rackIdentifier(" 1a - aj05 ")).toBe("1A-AJ05");
  expect(rackIdentifier("row  b 3")).toBe("ROW B 3");
});

it("an end of a cable names rack, units, device and port", () => {
  expect(cableEnd({ rack: "a12", units: [14] }, "srv-b12-07", "eth0")).toBe("A12 U14 srv-b12-07 eth0");
  expect(cableEnd({ rack: "", units: [] }, "sw-a12", "Gi1/0/12")).toBe("sw-a12 Gi1/0/12");
});

it("the first line of a text that says anything is its name", () => {
  expect(textValues(["", " spare parts ", "keep"])).toEqual({
    name: "spare parts",
    line2: "spare parts",
    line3: "keep",
  });
  expect(textValues(["  "])).toEqual({});
});

it("values that are empty are not known", () => {
  expect(knownValues({ name: "a", serial: " ", place: "" })).toEqual({ name: "a" });
});

it("every subject has a key of its own and a kind", () => {
  const moduleId = "m";
  const subjects = [
    { kind: "service", serviceId: "17" },
    { kind: "server", moduleId, serverId: 17 },
    { kind: "rack", moduleId, rackId: 17 },
    { kind: "switch-port", moduleId, switchId: 1, portId: 17 },
    { kind: "pdu-port", moduleId, pduId: 1, portId: 17 },
    { kind: "cable", moduleId, serverId: 17, connectionId: 1, to: "switch" },
    { kind: "cable", moduleId, serverId: 17, connectionId: 1, to: "pdu" },
  ] as const;
  expect(new Set(subjects.map(keyOf)).size).toBe(subjects.length);
  expect(subjects.map((subject) => labelKindOf(subject))).toEqual([
    "server",
    "server",
    "rack",
    "port",
    "port",
    "cable",
    "cable",
  ]);
});
