import fc from "fast-check";
import { expect, test } from "vitest";
import { lastLocalDays } from "../../main/domain/local-days";

const hourMs = 3_600_000;

function hoursOf(now: string, count: number, timeZone: string): readonly (readonly [string, number])[] {
  return lastLocalDays(Date.parse(now), count, timeZone).map(({ day, from, to }) => [day, (to - from) / hourMs]);
}

test("a day begins at its own midnight, whatever the day in Greenwich", () => {
  const [today] = lastLocalDays(Date.parse("2026-11-22T22:30:00Z"), 1, "Europe/Riga");
  expect(today).toEqual({
    day: "2026-11-23",
    from: Date.parse("2026-11-22T22:00:00Z"),
    to: Date.parse("2026-11-23T22:00:00Z"),
  });
});

test("the day on which clocks go forward has 23 hours, the one on which they go back has 25", () => {
  expect(hoursOf("2026-03-30T10:00:00Z", 3, "Europe/Riga")).toEqual([
    ["2026-03-28", 24],
    ["2026-03-29", 23],
    ["2026-03-30", 24],
  ]);
  expect(hoursOf("2026-10-26T10:00:00Z", 3, "Europe/Riga")).toEqual([
    ["2026-10-24", 24],
    ["2026-10-25", 25],
    ["2026-10-26", 24],
  ]);
});

test("a day whose midnight is left out begins at one o'clock, and one whose midnight comes twice at the first", () => {
  expect(lastLocalDays(Date.parse("2018-11-04T12:00:00Z"), 1, "America/Sao_Paulo")).toMatchObject([
    { day: "2018-11-04", from: Date.parse("2018-11-04T03:00:00Z"), to: Date.parse("2018-11-05T02:00:00Z") },
  ]);
  expect(lastLocalDays(Date.parse("2026-11-01T12:00:00Z"), 1, "America/Havana")).toMatchObject([
    { day: "2026-11-01", from: Date.parse("2026-11-01T04:00:00Z"), to: Date.parse("2026-11-02T05:00:00Z") },
  ]);
});

test("a day that a zone skipped is there and has no hours", () => {
  expect(hoursOf("2011-12-31T05:00:00Z", 3, "Pacific/Apia")).toEqual([
    ["2011-12-29", 24],
    ["2011-12-30", 0],
    ["2011-12-31", 24],
  ]);
});

test("days follow each other without a gap, and the last one holds the present", () => {
  const zones = fc.constantFrom("UTC", "Europe/Riga", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 41 }), fc.integer({ min: 1, max: 20 }), zones, (now, count, zone) => {
      const days = lastLocalDays(now, count, zone);
      expect(days).toHaveLength(count);
      for (const [index, day] of days.entries()) expect(day.from).toBe(days[index - 1]?.to ?? day.from);
      const last = days.at(-1);
      expect(last && last.from <= now && now < last.to).toBe(true);
    }),
    { numRuns: 60 },
  );
});
