import type { Language } from "../contract/shapes/preference";
import type { RackBlock, RackFace } from "../contract/shapes/rack";
import type { RackDrawing } from "../ports/rack-drawing";

/** The words around the racks. What people typed stays as they typed it. */
export interface Words {
  readonly faces: Readonly<Record<RackFace, string>>;
  readonly kinds: Readonly<Record<RackBlock["kind"], string>>;
  readonly free: string;
  readonly overlap: string;
  readonly inPanel: string;
  units(count: number): string;
  freeOf(free: number, longest: number): string;
  readonly notRead: string;
  until(day: string): string;
  power(sold: string, capacity: string | null): string;
  bandwidth(sold: string, capacity: string | null): string;
  asOf(instant: string): string;
  readonly measures: Readonly<Record<"watts" | "kilowatts" | "megabits" | "gigabits", string>>;
  page(number: number, count: number): string;
  racks(count: number): string;
}

const english: Words = {
  faces: { front: "Front", rear: "Rear" },
  kinds: {
    server: "Server",
    planned: "Planned",
    reserved: "Reserved",
    "panel-reserved": "Reserved in the panel",
    "service-unit": "Service unit",
  },
  free: "Free",
  overlap: "Overlap",
  inPanel: "In the panel",
  units: (count) => `${String(count)} U`,
  freeOf: (free, longest) => `${String(free)} U free, ${String(longest)} side by side`,
  notRead: "Units not read yet",
  until: (day) => `until ${day}`,
  power: (sold, capacity) => (capacity === null ? `Power sold ${sold}` : `Power sold ${sold} of ${capacity}`),
  bandwidth: (sold, capacity) =>
    capacity === null ? `Bandwidth sold ${sold}` : `Bandwidth sold ${sold} of ${capacity}`,
  asOf: (instant) => `As of ${instant}`,
  measures: { watts: "W", kilowatts: "kW", megabits: "Mbit/s", gigabits: "Gbit/s" },
  page: (number, count) => `Page ${String(number)} of ${String(count)}`,
  racks: (count) => (count === 1 ? "1 rack" : `${String(count)} racks`),
};

const russian: Words = {
  faces: { front: "Спереди", rear: "Сзади" },
  kinds: {
    server: "Сервер",
    planned: "Запланировано",
    reserved: "Резерв",
    "panel-reserved": "Резерв в панели",
    "service-unit": "Служебный юнит",
  },
  free: "Свободно",
  overlap: "Пересечение",
  inPanel: "В панели",
  units: (count) => `${String(count)} U`,
  freeOf: (free, longest) => `Свободно ${String(free)} U, подряд ${String(longest)}`,
  notRead: "Юниты ещё не прочитаны",
  until: (day) => `до ${day}`,
  power: (sold, capacity) =>
    capacity === null ? `Продано мощности ${sold}` : `Продано мощности ${sold} из ${capacity}`,
  bandwidth: (sold, capacity) =>
    capacity === null ? `Продана полоса ${sold}` : `Продана полоса ${sold} из ${capacity}`,
  asOf: (instant) => `Данные на ${instant}`,
  measures: { watts: "Вт", kilowatts: "кВт", megabits: "Мбит/с", gigabits: "Гбит/с" },
  page: (number, count) => `Страница ${String(number)} из ${String(count)}`,
  racks: (count) => `${String(count)} ${{ one: "стойка", few: "стойки" }[pluralOf(count)] ?? "стоек"}`,
};

export const wordsOf: Readonly<Record<Language, Words>> = { en: english, ru: russian };

function pluralOf(count: number): string {
  return new Intl.PluralRules("ru").select(count);
}

/** Where days and numbers are written as people of the language do; English as it is written in Europe, with the day first. */
const locales: Readonly<Record<Language, string>> = { en: "en-GB", ru: "ru" };

/** Instants, days and amounts as they are written in the language, at the site. */
export interface Formats {
  instant(at: number): string;
  day(iso: string): string;
  /** In the larger measure from a thousand on, with at most one decimal. */
  amount(amount: number, small: string, large: string): string;
}

export function createFormats({ language, timeZone }: Pick<RackDrawing, "language" | "timeZone">): Formats {
  const locale = locales[language];
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    instant: (at) => instants.format(at),
    // A panel's day may be any text.
    day: (iso) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? days.format(Date.parse(iso)) : iso),
    amount: (amount, small, large) =>
      amount < 1_000 ? `${numbers.format(amount)} ${small}` : `${numbers.format(amount / 1_000)} ${large}`,
  };
}
