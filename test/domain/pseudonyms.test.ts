import { expect, test } from "vitest";
import { createPseudonyms } from "../../main/domain/pseudonyms";

const anonymous = () =>
  createPseudonyms([
    { kind: "customer", texts: ["Client One", "one@example.org"] },
    { kind: "customer", texts: ["Łódź (Hosting)", "two@example.org"] },
    { kind: "module", texts: ["dc-1"] },
    { kind: "operator", texts: ["Anna"] },
    { kind: "label", texts: [""] },
  ]);

test.each([
  ["Anna closed the card of Client One", "operator-1 closed the card of customer-1"],
  ["client one <ONE@example.org>", "customer-1 <customer-1>"],
  ["Łódź (Hosting) moved", "customer-2) moved"],
  ["dc-1: timeout; dc-10 is another", "module-1: timeout; dc-10 is another"],
  ["Annabel is somebody else", "Annabel is somebody else"],
])("known names become pseudonyms: %s", (text, expected) => {
  expect(anonymous()(text)).toBe(expected);
});

test.each([
  ["GET https://dci.client.example:1500/api", "GET https://host-1/api"],
  ["getaddrinfo ENOTFOUND dci.client.example", "getaddrinfo ENOTFOUND host-1"],
  ["connect ECONNREFUSED 203.0.113.7:443", "connect ECONNREFUSED address-1:443"],
  ["2001:db8::7 and fe80::1", "address-1 and address-2"],
  ["somebody@mail.example wrote", "email-1 wrote"],
  ["ether 52:54:00:12:34:56", "ether mac-1"],
])("machines and people that nobody named become pseudonyms: %s", (text, expected) => {
  expect(anonymous()(text)).toBe(expected);
});

test.each([
  '{"level":"error","time":"2026-11-23T03:04:05.123Z","event":"call failed","call":"module.add"}',
  "at run (out/main/shell.js:120:15)",
  "SQLite 3.52.0, Electron 45.1",
])("what helps stays: %s", (text) => {
  expect(anonymous()(text)).toBe(text);
});

test("the same thing has the same pseudonym, in one bundle", () => {
  const once = anonymous();

  expect(once("10.0.0.1 → 10.0.0.2 → 10.0.0.1")).toBe("address-1 → address-2 → address-1");
  expect(once("10.0.0.2")).toBe("address-2");
});
