import { describe, expect, test } from "vitest";
import { createPhraseBook } from "../../main/contract/phrases/phrase-book";
import { inRussian, russianPhrases } from "../../main/contract/phrases/ru";
import { readSources } from "./sources";
import { listSpokenTexts, silentTexts } from "./spoken-texts";

/** Neighbouring values are one: a second one is an addition of its own, and the phrase that has both knows it. */
const withoutValues = (text: string): string => text.replaceAll(/(?:\{[^}]*\})+/g, "{}");

const shapes = russianPhrases.map(([english]) => withoutValues(english));
const known = new Set(shapes);

/**
 * A fragment is added to a sentence: the sentence with it has to be known. A value behind a word without a blank is such a fragment, or nothing.
 */
function isKnown(text: string): boolean {
  const shape = withoutValues(text);
  if (known.has(shape) || silentTexts.some(([silent]) => silent.test(text))) return true;
  if (/^[ ,.;:]| $/.test(text)) return shapes.some((one) => one.includes(shape.trimEnd()));
  if (!/[\p{L}}]\{\}/u.test(text)) return false;
  const loose = shape.split(/(?<=\p{L})\{\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${loose.join(".*")}$`, "u");
  return shapes.some((one) => expression.test(one));
}

describe("the phrase book", () => {
  test("knows every sentence that the program says to an operator", () => {
    const unknown = readSources()
      .flatMap(listSpokenTexts)
      .filter(({ text }) => !isKnown(text))
      .map(({ where, text }) => `${where} ${text}`);

    expect(unknown).toEqual([]);
  });

  test("has each sentence once, with the same values on both sides", () => {
    const valuesOf = (text: string): readonly string[] => [
      ...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name)),
    ];
    const odd = russianPhrases.filter(([english, rendering]) => {
      const forms = typeof rendering === "string" ? [rendering] : Object.values(rendering);
      const wanted = new Set(valuesOf(english));
      return forms.some((form) => valuesOf(form).some((name) => !wanted.has(name)));
    });

    expect(odd).toEqual([]);
    expect(russianPhrases.map(([english]) => english).filter((one, place, all) => all.indexOf(one) !== place)).toEqual(
      [],
    );
  });
});

describe("a sentence of the program", () => {
  test.each([
    ["Set the owner to anna@example.net", "Назначить владельца anna@example.net"],
    ["Assign 1 IPv4 address", "Назначить 1 IPv4-адрес"],
    ["Assign 22 IPv4 addresses", "Назначить 22 IPv4-адреса"],
    ["Assign 5 IPv6 addresses", "Назначить 5 IPv6-адресов"],
    [
      "21 steps have not gone out: 20 for dc-1, 1 for dc-2. Let them go out or give them up first",
      "Не ушёл 21 шаг: dc-1 — 20, dc-2 — 1. Сначала дайте им уйти или снимите их",
    ],
    [
      "dc-1 cannot be reached: Nothing listens at https://dci.example.net:1500",
      "dc-1: нет связи. По адресу https://dci.example.net:1500 никто не отвечает",
    ],
    [
      "dc-1 is used by tariff Colo 1U, Colo 4U and 3 services. It can be switched off instead",
      "dc-1 используют: тариф Colo 1U, Colo 4U и 3 услуги. Его можно выключить",
    ],
    ["T-12 closed with server 7 in rack A12", "T-12 закрыта, сервер 7, стойка A12"],
    ["T-12 given back", "T-12 возвращена"],
    [
      "No free server of i5: 2 in work, 1 held for another service",
      "Нет свободных серверов i5: 2 — в работе, 1 — заняты другой услугой",
    ],
    ["U22–U23 of A02 reserved: Spare of the site", "U22–U23, A02: резерв. Spare of the site"],
    ["C-4: Power off", "C-4: Выключить питание"],
  ])("is put into Russian: %s", (english, russian) => {
    expect(inRussian(english)).toBe(russian);
  });

  test.each(["Disk /dev/sda is dying", "Установка 4U", "", "a: b: c", "3 servers left"])(
    "of somebody else stays as it is: %j",
    (text) => {
      expect(inRussian(text)).toBe(text);
    },
  );

  test("takes the longest phrase that fits", () => {
    const book = createPhraseBook("ru", [
      ["{a} is out", "короткая {a}"],
      ["{a} panel is out", "длинная {a}"],
    ]);

    expect(book("old panel is out")).toBe("длинная old");
  });
});
