import { IconCheck } from "@tabler/icons-react";
import { memo, useLayoutEffect, useMemo, useRef, type MouseEvent, type ReactNode } from "react";

/** What a hand can do with a row. */
export interface RowHands {
  readonly open: (index: number, event: MouseEvent) => void;
  readonly toggle: (index: number) => void;
  readonly hover: (index: number) => void;
}

interface VirtualRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly row: Row | undefined;
  readonly topPx: number;
  readonly heightPx: number;
  /** Columns of a table; absent in a list. */
  readonly template: string | undefined;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  /** Absent where rows are not marked. */
  readonly isMarked: boolean | undefined;
  readonly renderRow: (row: Row) => ReactNode;
  readonly hands: RowHands;
}

/** One row in its place, drawn again only when something of it changes. */
export const VirtualRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>(props: VirtualRowProps<Row>) {
  const { index, row, template, isMarked, isSelected, hands } = props;
  const isTable = template !== undefined;
  const body = useBody(row, props.renderRow);
  return (
    <div
      id={props.id}
      className="virtual-row"
      {...(isTable
        ? {
            role: "row",
            "aria-rowindex": index + 2,
            "aria-selected": isMarked ?? isSelected,
            "aria-current": isSelected ? ("true" as const) : undefined,
          }
        : {
            role: "option",
            "aria-selected": isSelected,
            "aria-checked": isMarked,
            "aria-setsize": props.count,
            "aria-posinset": index + 1,
          })}
      aria-busy={row === undefined || undefined}
      data-table={isTable || undefined}
      data-open={isSelected || undefined}
      data-cursor={props.isCursor || undefined}
      style={{
        height: props.heightPx,
        transform: `translateY(${String(props.topPx)}px)`,
        gridTemplateColumns: isTable ? template : undefined,
      }}
      onPointerEnter={() => {
        hands.hover(index);
      }}
      onClick={(event) => {
        hands.open(index, event);
      }}
    >
      {isMarked === undefined ? null : (
        <Mark
          isMarked={isMarked}
          isTable={isTable}
          onToggle={() => {
            hands.toggle(index);
          }}
        />
      )}
      {isTable ? body : <div className="virtual-row-body">{body}</div>}
    </div>
  );
}

/** A row on its way keeps what its element showed, hidden by the stylesheet: to put other text into cells costs less than to make them. */
function useBody<Row>(row: Row | undefined, renderRow: (row: Row) => ReactNode): ReactNode {
  const drawn = useRef<ReactNode>(null);
  const body = useMemo(() => (row === undefined ? drawn.current : renderRow(row)), [row, renderRow]);
  useLayoutEffect(() => {
    drawn.current = body;
  }, [body]);
  return body;
}

interface MarkProps {
  readonly isMarked: boolean;
  readonly isTable: boolean;
  readonly onToggle: () => void;
}

/** The box is for the pointer; the keyboard marks with its shortcut, and a screen reader hears the row's own state. */
function Mark({ isMarked, isTable, onToggle }: MarkProps) {
  const box = (
    <span
      className="virtual-row-mark"
      data-marked={isMarked || undefined}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {isMarked ? <IconCheck size="0.9em" stroke={3} /> : null}
    </span>
  );
  return isTable ? <span role="gridcell">{box}</span> : box;
}
