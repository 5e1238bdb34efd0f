import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCard,
  checkCardLengths,
  emptyCard,
  findRack,
  parseServerId,
  unknownRackMessage,
} from "../../main/domain/card";

const racks = ["A1", "A12", "B07", "Стойка 4"].map((name, index) => ({
  rackId: index + 1,
  name,
  size: 42,
  locationId: index === 1 ? 9 : 3,
  poolId: null,
  deviceCount: 0,
  note: "",
  freeUnits: null,
  longestFreeRun: null,
}));

const onPanel = { type: "dcimanager6-colocation", mayLackIdentifier: false } as const;

describe("a card", () => {
  it("can be closed with identifier, rack and label, in any script", () => {
    expect(checkCard({ ...emptyCard, identifier: " 101 ", rack: "A12", label: "сервер-١٢٣ שרת" }, onPanel)).toEqual([]);
  });

  it("names every field that stops it", () => {
    const paths = checkCard({ ...emptyCard, identifier: "12a", url: "ftp://x" }, onPanel).map((issue) => issue.path);
    expect(paths).toEqual(["card.identifier", "card.rack", "card.label", "card.url"]);
  });

  it("may lack the identifier while its server is being registered", () => {
    expect(checkCard({ ...emptyCard, rack: "A1", label: "x" }, { ...onPanel, mayLackIdentifier: true })).toEqual([]);
  });

  it("A9 asks for the id in the panel that the module speaks to", () => {
    const card = { ...emptyCard, rack: "A1", label: "x" };
    expect(checkCard(card, { type: "dsmanager", mayLackIdentifier: false })).toEqual([
      { path: "card.identifier", message: "Required: the server's id in DSmanager" },
    ]);
  });

  it("A8 needs neither identifier nor rack where there is no panel, and takes any text for one", () => {
    const rules = { type: "manual", mayLackIdentifier: false } as const;
    expect(checkCard({ ...emptyCard, label: "x" }, rules)).toEqual([]);
    expect(checkCard({ ...emptyCard, label: "x", identifier: "shelf 3, left" }, rules)).toEqual([]);
  });

  it("tells by how much a label of 500 characters is too long", () => {
    expect(checkCardLengths({ ...emptyCard, label: "я".repeat(500) })).toEqual([
      { path: "card.label", message: "Too long by 380 characters: at most 120" },
    ]);
  });
});

describe("a server id", () => {
  it("is a positive whole number and nothing else", () => {
    expect(["101", " 7 "].map(parseServerId)).toEqual([101, 7]);
    expect(["0", "-1", "1.5", "1e3", "", "٣", "12345678901234567890"].map(parseServerId)).toEqual(Array(7).fill(null));
  });

  it("reads back whatever number was written", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999 }), (id) => parseServerId(String(id)) === id));
  });
});

describe("a rack", () => {
  it("is found whatever the case and the spaces", () => {
    expect(findRack(racks, " b07 ", null)?.rackId).toBe(3);
    expect(findRack(racks, "стойка 4", null)?.rackId).toBe(4);
  });

  it("that is unknown is answered with the nearest names", () => {
    expect(unknownRackMessage(racks, "A13")).toBe("No rack A13 in the panel. Near it: A12, A1, B07");
  });
});
