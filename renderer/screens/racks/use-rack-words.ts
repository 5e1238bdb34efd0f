import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock, RackFace, UnitRun } from "../../../main/contract/shapes/rack";
import { formatDate, formatNumber } from "../../text/format";
import { unitWords } from "../../parts/unit-words";
import { topOf, unitsOf, type FaceEntry, type Obstacle } from "./rack-layout";

/** The words for what stands in a rack, the same for the eye and for a screen reader. */
export interface RackWords {
  /** `U12–U13`. */
  readonly units: (run: UnitRun) => string;
  /** `units 12 to 13`, as it is read out. */
  readonly spokenUnits: (run: UnitRun) => string;
  /** Title and what belongs to it, in one line. */
  readonly block: (block: RackBlock) => string;
  /** What is to be said of a block before its title, and is said louder; often nothing. */
  readonly marks: (block: RackBlock) => string;
  readonly title: (block: RackBlock) => string;
  readonly entry: (entry: FaceEntry, face: RackFace) => string;
  readonly obstacle: (obstacle: Obstacle, rack: Pick<Elevation, "name" | "size">) => string;
}

export function useRackWords(): RackWords {
  const { t } = useTranslation();
  const spokenUnits = (run: UnitRun): string =>
    run.height === 1
      ? t("racks.spokenUnit", { unit: run.bottom })
      : t("racks.spokenUnits", { bottom: run.bottom, top: topOf(run) });
  const title = (block: RackBlock): string => (isNamed(block) ? block.title : t(`racks.kind.${block.kind}`));
  const detail = (block: RackBlock): string => {
    if (!isOfPanel(block)) return block.detail;
    return block.kind === "panel-reserved" ? "" : t("racks.inPanel");
  };
  const block = (one: RackBlock): string =>
    [title(one), detail(one), one.until === "" ? "" : t("racks.until", { date: formatDay(one.until) })]
      .filter((part) => part !== "")
      .join(" · ");
  const marks = (one: RackBlock): string =>
    [one.overlaps ? t("racks.overlap") : "", one.kind === "planned" ? t("racks.kind.planned") : ""]
      .filter((mark) => mark !== "")
      .join(" ");
  return {
    units: (run) => unitWords(unitsOf(run)),
    spokenUnits,
    block,
    marks,
    title,
    entry: (entry, face) =>
      [
        spokenUnits(entry),
        ...(entry.kind === "free"
          ? [t("racks.freeRun", { units: entry.height })]
          : [
              // The text that is seen stands in the name as it is, so that a voice command finds the block.
              `${marks(entry.block)} ${block(entry.block)}`.trim(),
              ...(entry.block.kind === "server" ? [t("racks.kind.server")] : []),
            ]),
        t(`racks.face.${face}`),
      ].join(", "),
    obstacle: (obstacle, rack) => {
      switch (obstacle.kind) {
        case "outside":
          return t("racks.outside", { rack: rack.name, size: rack.size });
        case "other-panel":
          return t("racks.otherPanel", { rack: rack.name });
        case "taken":
          return t("racks.taken", {
            unit: obstacle.unit,
            face: t(`racks.face.${obstacle.face}`),
            title: title(obstacle.block),
          });
      }
    },
  };
}

/** Equipment has a name of its own; what only keeps units is called by its kind. */
export function isNamed({ kind }: RackBlock): boolean {
  return kind === "server" || kind === "planned";
}

/** What the panel's staff set aside there, or mounted without a server's record. */
export function isOfPanel({ kind, serverId, reservationId }: RackBlock): boolean {
  return kind !== "planned" && serverId === null && reservationId === null;
}

/** A day of the calendar as the language writes it. */
export function formatDay(isoDate: string): string {
  return formatDate(Date.parse(`${isoDate.slice(0, 10)}T00:00:00`));
}

const wattsOfKilowatt = 1_000;
const megabitsOfGigabit = 1_000;

/** Watts in the unit that reads best: `850 W`, `3.2 kW`. */
export function useFigureWords() {
  const { t } = useTranslation();
  const short = (value: number): string => formatNumber(value, { maximumFractionDigits: 1 });
  return {
    power: (watts: number): string =>
      watts < wattsOfKilowatt
        ? t("racks.watts", { value: short(watts) })
        : t("racks.kilowatts", { value: short(watts / wattsOfKilowatt) }),
    bandwidth: (megabits: number): string =>
      megabits < megabitsOfGigabit
        ? t("racks.megabits", { value: short(megabits) })
        : t("racks.gigabits", { value: short(megabits / megabitsOfGigabit) }),
  };
}
