import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FaultNotice } from "../parts/fault-notice";
import { LoadingRows } from "../parts/loading-rows";
import { VirtualList } from "../parts/virtual-list";
import { WarningLine } from "../parts/warning-line";
import { formatNumber } from "../text/format";
import type { Fault } from "../../main/contract/faults";
import { gridOf } from "./columns";
import "./lists.css";
import { TableHead } from "./table-head";
import type { List } from "./use-list";
import type { RowMarks } from "./use-row-marking";

/** Rows as a list is shown them: pages of the program, or all of them at once. */
export interface RowSource<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange?: (first: number, last: number) => void;
  readonly scope: string;
  readonly isKnown: boolean;
  /** A search found more rows than these. */
  readonly isCapped?: boolean;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

interface DataListProps<Row, SortBy extends string> {
  readonly label: string;
  readonly list: List<Row, SortBy>;
  readonly rows: RowSource<Row>;
  readonly keyOf: (row: Row) => string;
  /** The row in two lines, for where there is no room for columns. Stable. */
  readonly renderLines: (row: Row) => ReactNode;
  readonly isTable: boolean;
  readonly selectedKey: string | null;
  readonly onOpen: (row: Row) => void;
  readonly marks?: RowMarks<Row>;
  /** Stands there when the list has no row. */
  readonly empty: ReactNode;
}

/** The rows of a list: a table with headings where there is room, two lines a row where there is not. */
export function DataList<Row, SortBy extends string = never>(props: DataListProps<Row, SortBy>) {
  const { t } = useTranslation();
  const { list, rows, isTable, marks } = props;
  const { columns } = list;
  const hasMarks = marks !== undefined;
  const grid = useMemo(() => gridOf(columns, hasMarks), [columns, hasMarks]);
  const renderCells = useMemo(
    () => (row: Row) =>
      columns.map(({ id, isNumber, cell }) => (
        <span
          key={id}
          role="gridcell"
          className="table-cell one-line"
          data-number={isNumber === true ? true : undefined}
        >
          {cell(row)}
        </span>
      )),
    [columns],
  );
  return (
    <>
      <FaultNotice fault={rows.fault} onRetry={rows.reload} />
      {!rows.isKnown && !rows.fault ? <LoadingRows count={10} /> : null}
      {rows.isKnown && rows.total === 0 ? props.empty : null}
      {rows.isCapped === true ? (
        <WarningLine tone="neutral">{t("lists.capped", { rows: formatNumber(rows.total) })}</WarningLine>
      ) : null}
      {rows.total > 0 ? (
        <VirtualList
          label={props.label}
          count={rows.total}
          rowAt={rows.rowAt}
          {...(rows.onRange ? { onRange: rows.onRange } : {})}
          keyOf={props.keyOf}
          lines={isTable ? 1 : 2}
          renderRow={isTable ? renderCells : props.renderLines}
          selectedKey={props.selectedKey}
          onOpen={props.onOpen}
          scope={rows.scope}
          placeName={list.name}
          {...(marks ? { marks } : {})}
          {...(isTable ? { table: { ...grid, head: <TableHead list={list} {...grid} hasMarks={hasMarks} /> } } : {})}
        />
      ) : null}
    </>
  );
}
