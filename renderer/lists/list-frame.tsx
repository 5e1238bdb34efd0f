import { useCallback, type ReactNode } from "react";
import { SearchField } from "../parts/search-field";
import { BulkBar, type BulkDeed } from "./bulk-bar";
import { DataList, type RowSource } from "./data-list";
import type { ExportedList } from "./export-list";
import { ListBar } from "./list-bar";
import { ActiveFilters, ListFilters, type FilterChoice } from "./list-filters";
import { useIsTable } from "./use-is-table";
import type { List } from "./use-list";
import type { Marks } from "./use-marks";

interface ListFrameProps<Row, SortBy extends string> {
  /** Read out as the name of the list. */
  readonly label: string;
  readonly list: List<Row, SortBy>;
  readonly rows: RowSource<Row>;
  readonly keyOf: (row: Row) => string;
  /** The row in two lines, for where there is no room for columns. Stable. */
  readonly renderLines: (row: Row) => ReactNode;
  readonly selectedKey: string | null;
  readonly onOpen: (row: Row) => void;
  /** Stands there when the list has no row. */
  readonly empty: ReactNode;
  /** What the search looks for. */
  readonly search: string;
  readonly choices: readonly FilterChoice[];
  /** Stands beside the filters, such as a button that adds something. */
  readonly beside?: ReactNode;
  /** How many rows there are, and what else is to be said of the whole list. */
  readonly facts?: ReactNode;
  /** Stands between the filters and the rows, such as how old they are. */
  readonly above?: ReactNode;
  readonly exported?: ExportedList;
  readonly marks?: Marks<Row>;
  readonly deeds?: readonly BulkDeed[];
}

/** A list with all that belongs to it: search, filters, views, columns, export, marks and what is done with them. */
export function ListFrame<Row, SortBy extends string = never>(props: ListFrameProps<Row, SortBy>) {
  const { list, choices, marks, exported } = props;
  const { ref, isTable } = useIsTable();
  const { change } = list;
  const search = useCallback(
    (text: string) => {
      change("search", text);
    },
    [change],
  );
  return (
    <div ref={ref} className="list-body">
      <div className="list-head">
        <SearchField value={list.filters["search"] ?? ""} placeholder={props.search} onSearch={search} />
        <ListFilters list={list} choices={choices} isWide={isTable} />
        {props.beside}
      </div>
      <ActiveFilters list={list} choices={choices} isWide={isTable} />
      <ListBar list={list} isTable={isTable} {...(exported ? { exported } : {})}>
        {props.facts}
      </ListBar>
      {props.above}
      {marks ? <BulkBar list={list.name} marks={marks} deeds={props.deeds ?? []} /> : null}
      <DataList
        label={props.label}
        list={list}
        rows={props.rows}
        keyOf={props.keyOf}
        renderLines={props.renderLines}
        isTable={isTable}
        selectedKey={props.selectedKey}
        onOpen={props.onOpen}
        empty={props.empty}
        {...(marks ? { marks } : {})}
      />
    </div>
  );
}
