import { act, cleanup, screen } from "@testing-library/react";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { afterEach, describe, expect, test } from "vitest";
import { WarningLine } from "../../renderer/parts/warning-line";
import { formatMoney } from "../../renderer/parts/money";
import { en } from "../../renderer/text/en";
import { formatBytes, formatDate, formatList, formatNumber, formatRelative } from "../../renderer/text/format";
import { phrase } from "../../renderer/text/phrase";
import { ru } from "../../renderer/text/ru";
import { showLanguage } from "../../renderer/text/text";
import { show } from "./show";

afterEach(cleanup);

const noon = Date.UTC(2026, 10, 23, 12);
/** Russian parts its thousands by a blank that does not break. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

interface Texts {
  readonly [key: string]: string | Texts;
}

function listTexts(texts: Texts, path = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as const] : listTexts(value, `${path}${key}.`),
  );
}

/** The key without the ending of its plural form, apart from `_zero`, which is a text of its own. */
const stemOf = (path: string): string => path.replace(/_(?:one|few|many|other)$/, "");

function valuesByStem(texts: Texts): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const [path, text] of listTexts(texts)) {
    const names = values.get(stemOf(path)) ?? new Set();
    for (const [, name = ""] of text.matchAll(/\{\{(\w+)\}\}/g)) names.add(name);
    values.set(stemOf(path), names);
  }
  return values;
}

describe("the Russian texts", () => {
  test("name the same values as the English ones", () => {
    expect(valuesByStem(ru)).toEqual(valuesByStem(en));
  });

  test("tell the number in every form of a plural that English tells it in", () => {
    const values = valuesByStem(en);
    const silent = listTexts(ru)
      .filter(([path]) => /_(?:one|few|many|other)$/.test(path))
      .filter(([path, text]) => values.get(stemOf(path))?.has("count") === true && !text.includes("{{count}}"))
      .map(([path]) => path);

    expect(silent).toEqual([]);
  });

  test("are in Russian letters, apart from names and signs", () => {
    const same = new Map(listTexts(en));
    const left = listTexts(ru)
      .filter(([path, text]) => same.get(path) === text && /\p{L}{3}/u.test(text.replaceAll(/\{\{\w+\}\}/g, "")))
      .map(([, text]) => text);

    expect(left.filter((text) => !names.test(text))).toEqual([]);
  });
});

/** Names of products, formats and fields that people say in Latin letters, and examples of what is typed. */
const names =
  /^(?:IPv[46]|IPMI|MAC|URL|PDU|PDF|IPP|E-mail|Letter|English|Русский|root|DSmanager|DCImanager [56]|Brother .+|Zebra.*|Dymo|Debian-12;.*|https:.*|admin@.*|\{\{dpi\}\} dpi)$/s;

describe("the window in Russian", () => {
  const Count = ({ count }: { readonly count: number }) => <p>{useTranslation().t("frame.waiting", { count })}</p>;

  test.each([
    [1, "ждёт 1 шаг"],
    [2, "ждут 2 шага"],
    [5, "ждут 5 шагов"],
    [11, "ждут 11 шагов"],
    [21, "ждёт 21 шаг"],
  ])("counts %i steps as it is said", async (count, words) => {
    show(<Count count={count} />);
    await act(() => showLanguage("ru"));

    expect(screen.getByText(words)).toBeTruthy();
  });

  test("parts the thousands of a count, and leaves a number alone that names a thing", async () => {
    const Numbers = () => {
      const { t } = useTranslation();
      return <p>{`${t("frame.waiting", { count: 12_345 })}; ${t("racks.spokenUnit", { unit: 12_345 })}`}</p>;
    };
    show(<Numbers />);
    expect(screen.getByText("12,345 steps waiting; Unit 12345")).toBeTruthy();

    await act(() => showLanguage("ru"));
    expect(plain(document.body.textContent)).toContain("ждут 12 345 шагов; Юнит 12345");
    await act(() => i18next.changeLanguage("en"));
  });

  test("is there at once when it is chosen, and gone at once when English is", async () => {
    const Parts = () => <WarningLine>{`${useTranslation().t("task.accept")}: ${phrase("Power on")}`}</WarningLine>;
    show(<Parts />);
    expect(screen.getByText("Accept: Power on")).toBeTruthy();

    await act(() => showLanguage("ru"));
    expect(screen.getByText("Принять: Включить питание")).toBeTruthy();
    expect(document.documentElement.lang).toBe("ru");

    await act(() => showLanguage("en"));
    expect(screen.getByText("Accept: Power on")).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
  });

  test("writes numbers, money, sizes, dates and lists its own way", async () => {
    show(<p />);
    const written = () => [
      formatNumber("1234567"),
      formatMoney(123_450, "EUR"),
      formatBytes(1_536_000),
      formatDate(noon),
      formatRelative(noon - 300_000, noon),
      formatRelative(noon - 2_883 * 86_400_000, noon),
      formatList(["A1", "A2", "A3"]),
    ];
    const english = written();
    await act(() => showLanguage("ru"));

    expect(english).toEqual([
      "1,234,567",
      "€1,234.50",
      "1.5 MB",
      "23 Nov 2026",
      "5 min ago",
      "7 y ago",
      "A1, A2 and A3",
    ]);
    expect(written().map(plain)).toEqual([
      "1 234 567",
      "1 234,50 €",
      "1,5 МБ",
      "23 нояб. 2026 г.",
      "5 мин назад",
      "7 л. назад",
      "A1, A2 и A3",
    ]);
    await act(() => i18next.changeLanguage("en"));
  });
});
