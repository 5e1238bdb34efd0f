import { useTranslation } from "react-i18next";
import type { Sheet } from "../../../main/contract/shapes/label";

interface SheetPositionProps {
  readonly sheet: Sheet;
  readonly position: number;
  readonly onPick: (position: number) => void;
}

/** The sheet from above: the first free label is picked, those before it are used up. */
export function SheetPosition({ sheet, position, onPick }: SheetPositionProps) {
  const { t } = useTranslation();
  const { columns, rows } = sheet;
  return (
    <fieldset className="sheet-position">
      <legend>
        {t("printing.startPosition", { row: Math.floor(position / columns) + 1, column: (position % columns) + 1 })}
      </legend>
      <div
        className="sheet-position-page"
        style={{
          gridTemplateColumns: `repeat(${String(columns)}, 1fr)`,
          aspectRatio: `${String(sheet.pageWidth)} / ${String(sheet.pageHeight)}`,
        }}
      >
        {Array.from({ length: columns * rows }, (_, index) => (
          <button
            key={index}
            type="button"
            tabIndex={index === position ? 0 : -1}
            aria-pressed={index === position}
            aria-label={t("printing.position", { row: Math.floor(index / columns) + 1, column: (index % columns) + 1 })}
            data-used={index < position || undefined}
            onClick={() => {
              onPick(index);
            }}
            onKeyDown={(event) => {
              const step = stepOf(event.key, columns);
              const next = index + step;
              if (step === 0 || next < 0 || next >= columns * rows) return;
              event.preventDefault();
              onPick(next);
              const cells = event.currentTarget.parentElement?.children;
              (cells?.[next] as HTMLElement | undefined)?.focus();
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function stepOf(key: string, columns: number): number {
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key] ?? 0;
}
