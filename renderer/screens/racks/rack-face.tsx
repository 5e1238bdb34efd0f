import {
  IconAlertTriangle,
  IconCalendarTime,
  IconLock,
  IconLockSquare,
  IconServer,
  IconTool,
} from "@tabler/icons-react";
import type { TablerIcon } from "@tabler/icons-react";
import { memo, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock, RackFace, UnitRun } from "../../../main/contract/shapes/rack";
import { moveBetweenFaces } from "./move-between-faces";
import { entriesOf, topOf, type FaceEntry } from "./rack-layout";
import { useRackWords } from "./use-rack-words";

export const kindIcons: Readonly<Record<RackBlock["kind"], TablerIcon>> = {
  server: IconServer,
  planned: IconCalendarTime,
  reserved: IconLock,
  "panel-reserved": IconLockSquare,
  "service-unit": IconTool,
};

interface RackFaceViewProps {
  readonly rack: Elevation;
  readonly face: RackFace;
  /** The entry that the pane shows; null where it is on another face. */
  readonly selectedKey: string | null;
  readonly onSelect: (face: RackFace, entry: FaceEntry) => void;
  /** A block that can still be moved was taken hold of. */
  readonly onHold?: ((block: RackBlock, event: PointerEvent) => void) | undefined;
}

/** One face of a rack, highest unit on top: one tab stop, arrows move from block to block and to the next face. */
export const RackFaceView = memo(function RackFaceView(props: RackFaceViewProps) {
  const { rack, face, selectedKey, onSelect, onHold } = props;
  const { t } = useTranslation();
  const entries = entriesOf(rack, face);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const tabKey = [focusedKey, selectedKey].find((key) => entries.some((one) => one.key === key)) ?? entries[0]?.key;
  const moveBy = (event: KeyboardEvent<HTMLElement>, step: number): void => {
    const options = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=option]")];
    const at = options.findIndex((one) => one === document.activeElement);
    options[Math.max(0, Math.min(options.length - 1, at + step))]?.focus();
  };
  return (
    <div
      className="rack-face-units"
      role="listbox"
      aria-label={t("racks.faceOf", { rack: rack.name, face: t(`racks.face.${face}`) })}
      data-face={face}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step !== undefined)
          moveBy(event, step === "all" ? entries.length : step === "none" ? -entries.length : step);
        else if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        else moveBetweenFaces(event.currentTarget, event.key === "ArrowRight" ? 1 : -1);
        event.preventDefault();
      }}
    >
      {entries.map((entry) => (
        <EntryView
          key={entry.key}
          entry={entry}
          face={face}
          size={rack.size}
          isTabStop={entry.key === tabKey}
          isSelected={entry.key === selectedKey}
          onFocus={() => {
            setFocusedKey(entry.key);
          }}
          onSelect={() => {
            onSelect(face, entry);
          }}
          onHold={onHold}
        />
      ))}
    </div>
  );
});

const steps: Readonly<Record<string, number | "all" | "none">> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: "none",
  End: "all",
};

interface EntryViewProps {
  readonly entry: FaceEntry;
  readonly face: RackFace;
  readonly size: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
  readonly onHold: RackFaceViewProps["onHold"];
}

function EntryView({ entry, face, size, isTabStop, isSelected, onFocus, onSelect, onHold }: EntryViewProps) {
  const words = useRackWords();
  const name = words.entry(entry, face);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was chosen by a deed whose button is gone goes on being worked with.
    if (isSelected && document.activeElement === document.body) place.current?.focus();
  }, [isSelected]);
  const block = entry.kind === "block" ? entry.block : null;
  return (
    <div
      ref={place}
      role="option"
      className="rack-entry"
      aria-selected={isSelected}
      aria-label={name}
      title={name}
      tabIndex={isTabStop ? 0 : -1}
      data-kind={block?.kind ?? "free"}
      data-bottom={entry.bottom}
      data-height={entry.height}
      data-overlaps={block?.overlaps === true || undefined}
      data-movable={isMovable(block) || undefined}
      style={entryStyle(entry, size)}
      onFocus={onFocus}
      onClick={onSelect}
      onPointerDown={(event) => {
        if (block !== null && isMovable(block)) onHold?.(block, event);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onSelect();
      }}
    >
      {block === null ? <FreeText units={entry.height} /> : <BlockText block={block} face={face} />}
    </div>
  );
}

function BlockText({ block, face }: { readonly block: RackBlock; readonly face: RackFace }) {
  const words = useRackWords();
  const marks = words.marks(block);
  const Icon = block.overlaps ? IconAlertTriangle : kindIcons[block.kind];
  const isBehind = face === "rear" && block.faces.includes("front");
  return (
    <>
      <Icon size="1.1em" className="rack-entry-icon" aria-hidden />
      <span className="rack-entry-text" data-behind={isBehind || undefined}>
        {marks === "" ? null : <strong>{marks} </strong>}
        {words.block(block)}
      </span>
    </>
  );
}

function FreeText({ units }: { readonly units: number }) {
  const { t } = useTranslation();
  return <span className="rack-free-text">{t("racks.freeRun", { units })}</span>;
}

function isMovable(block: RackBlock | null): boolean {
  return block?.kind === "planned" && block.taskId !== null;
}

/** Row and column of an entry in the grid of a face; the first row is the highest unit. */
function entryStyle(entry: FaceEntry, size: number): CSSProperties {
  const { lane, lanes } = entry.kind === "block" ? entry : { lane: 0, lanes: 1 };
  return {
    ...rowsOf(entry, size),
    ...(lanes === 1 ? {} : { width: `${String(100 / lanes)}%`, marginInlineStart: `${String((100 * lane) / lanes)}%` }),
  };
}

export function rowsOf(run: UnitRun, size: number): CSSProperties {
  return { gridRow: `${String(size - topOf(run) + 1)} / span ${String(run.height)}` };
}
