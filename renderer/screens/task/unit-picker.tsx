import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { unitWords } from "../../parts/unit-words";
import "./unit-picker.css";

interface UnitPickerProps {
  readonly moduleId: string;
  readonly rackId: number | null;
  /** Units that were ordered; the first click takes that many neighbours where they are free. */
  readonly ordered: number;
  readonly chosen: readonly number[];
  readonly issue: string | null;
  readonly onChange: (units: readonly number[]) => void;
}

type RackUnit = CallOutput<"rack.get">["facts"]["units"][number];

/** The rack's front with its free units; highest on top, as it stands in the room. */
export function UnitPicker({ moduleId, rackId, ordered, chosen, issue, onChange }: UnitPickerProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const rack = useQuery("rack.get", rackId === null ? null : { moduleId, rackId });
  const units = [...(rack.value?.facts.units ?? [])].sort((a, b) => b.unit - a.unit);
  const toggle = (unit: number): void => {
    if (chosen.includes(unit)) onChange(chosen.filter((one) => one !== unit));
    else if (chosen.length === 0) onChange(freeAround(units, unit, Math.max(1, ordered)));
    else onChange([...chosen, unit].sort((a, b) => a - b));
  };
  return (
    <fieldset className="unit-picker">
      <legend>
        {t("task.create.units")} <span className="quiet">{t("task.create.unitsHint", { count: ordered })}</span>
      </legend>
      {rackId === null ? <span className="quiet">{t("task.create.chooseRack")}</span> : null}
      <FaultNotice fault={rack.fault} onRetry={rack.reload} />
      {rack.value && !rack.value.isLive ? (
        <WarningLine>{t("task.create.lastKnown", { when: words(rack.value.takenAt) })}</WarningLine>
      ) : null}
      {units.length === 0 ? null : (
        <div className="unit-column">
          {units.map((unit) => (
            <Unit
              key={unit.unit}
              unit={unit}
              isChosen={chosen.includes(unit.unit)}
              onToggle={() => {
                toggle(unit.unit);
              }}
            />
          ))}
        </div>
      )}
      {chosen.length === 0 ? null : <strong>{t("task.create.chosenUnits", { list: unitWords(chosen) })}</strong>}
      {issue === null ? null : <WarningLine tone="failed">{issue}</WarningLine>}
    </fieldset>
  );
}

interface UnitProps {
  readonly unit: RackUnit;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Unit({ unit, isChosen, onToggle }: UnitProps) {
  const { t } = useTranslation();
  const words = {
    free: t("task.create.free"),
    occupied: unit.serverName === "" ? t("task.create.occupied") : unit.serverName,
    reserved: t("task.create.reserved", { date: unit.reservedUntil }),
    service: t("task.create.service"),
  };
  return (
    <button
      type="button"
      className="rack-unit"
      data-state={unit.state}
      aria-pressed={isChosen}
      disabled={unit.state !== "free"}
      onClick={onToggle}
    >
      <span className="rack-unit-number">{t("task.create.unit", { unit: unit.unit })}</span>
      <span className="one-line">{words[unit.state]}</span>
    </button>
  );
}

/** `count` neighbouring free units around `start`: upwards first, then downwards where something stands in the way. */
function freeAround(units: readonly RackUnit[], start: number, count: number): readonly number[] {
  const free = new Set(units.filter((unit) => unit.state === "free").map((unit) => unit.unit));
  let [lowest, highest] = [start, start];
  while (highest - lowest + 1 < count && free.has(highest + 1)) highest += 1;
  while (highest - lowest + 1 < count && free.has(lowest - 1)) lowest -= 1;
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
}
