import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock } from "../../../main/contract/shapes/rack";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { unitWords } from "../../parts/unit-words";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import { topOf } from "../racks/rack-layout";
import { useRackWords } from "../racks/use-rack-words";
import "./unit-picker.css";

interface UnitPickerProps {
  readonly moduleId: string;
  readonly rackId: number | null;
  /** Whose equipment it is; units that are planned for it are free for it. */
  readonly serviceId: string;
  /** Units that were ordered; the first click takes that many neighbours where they are free. */
  readonly ordered: number;
  readonly chosen: readonly number[];
  readonly issue: string | null;
  readonly onChange: (units: readonly number[]) => void;
}

interface RackUnit {
  readonly unit: number;
  /** What has it, in front or in the rear; null where it is free. */
  readonly block: RackBlock | null;
}

/** The rack with its free units, counting what the panel, cards and reservations say; highest on top, as it stands in the room. */
export function UnitPicker({ moduleId, rackId, serviceId, ordered, chosen, issue, onChange }: UnitPickerProps) {
  const { t } = useTranslation();
  const rack = useQuery("rack.elevation", rackId === null ? null : { moduleId, rackId });
  const units = rack.value ? unitsOf(rack.value, serviceId) : [];
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
      {rack.value && !rack.value.isLive && rack.value.reason !== "" ? (
        <WarningLine>{phrase(rack.value.reason)}</WarningLine>
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

function Unit({ unit: { unit, block }, isChosen, onToggle }: UnitProps) {
  const { t } = useTranslation();
  const words = useRackWords();
  return (
    <button type="button" className="rack-unit" aria-pressed={isChosen} disabled={block !== null} onClick={onToggle}>
      <span className="rack-unit-number">{t("task.create.unit", { unit })}</span>
      <span className="one-line">{block === null ? t("task.create.free") : words.block(block)}</span>
    </button>
  );
}

function unitsOf({ size, blocks }: Elevation, serviceId: string): readonly RackUnit[] {
  const others = blocks.filter((block) => block.kind !== "planned" || block.serviceId !== serviceId);
  return Array.from({ length: size }, (_, below) => {
    const unit = size - below;
    return { unit, block: others.find((block) => block.bottom <= unit && unit <= topOf(block)) ?? null };
  });
}

/** `count` neighbouring free units around `start`: upwards first, then downwards where something stands in the way. */
function freeAround(units: readonly RackUnit[], start: number, count: number): readonly number[] {
  const free = new Set(units.filter(({ block }) => block === null).map(({ unit }) => unit));
  let [lowest, highest] = [start, start];
  while (highest - lowest + 1 < count && free.has(highest + 1)) highest += 1;
  while (highest - lowest + 1 < count && free.has(lowest - 1)) lowest -= 1;
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
}
