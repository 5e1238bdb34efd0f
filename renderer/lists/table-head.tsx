import { VisuallyHidden } from "@mantine/core";
import { IconArrowNarrowDown, IconArrowNarrowUp } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { rowHeights } from "../theme/theme";
import { useConsole } from "../stores/console-store";
import type { Column } from "./columns";
import type { AnyList } from "./use-list";

interface TableHeadProps {
  readonly list: AnyList;
  readonly template: string;
  readonly leastPx: number;
  readonly hasMarks: boolean;
}

/** The headings of a table; those that it is sorted by are buttons. */
export const TableHead = memo(DrawnHead);

function DrawnHead({ list, template, leastPx, hasMarks }: TableHeadProps) {
  const { t } = useTranslation();
  const density = useConsole((state) => state.preferences.density);
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="table-head"
      style={{ gridTemplateColumns: template, minWidth: leastPx, height: rowHeights[density][0] }}
    >
      {hasMarks ? (
        <span role="columnheader">
          <VisuallyHidden>{t("lists.marks")}</VisuallyHidden>
        </span>
      ) : null}
      {list.columns.map((column) => (
        <Heading key={column.id} column={column} list={list} />
      ))}
    </div>
  );
}

function Heading({ column, list }: { readonly column: Column<never, string>; readonly list: AnyList }) {
  const { title, sortBy, isNumber, isIcon } = column;
  const { sort } = list;
  const sorted = sortBy !== undefined && sort?.by === sortBy ? sort : null;
  const Arrow = sorted?.isDescending === true ? IconArrowNarrowDown : IconArrowNarrowUp;
  const direction = sorted === null ? "none" : sorted.isDescending ? "descending" : "ascending";
  const name = isIcon === true ? <VisuallyHidden>{title}</VisuallyHidden> : <span className="one-line">{title}</span>;
  return (
    <span
      role="columnheader"
      className="table-heading"
      data-number={isNumber === true ? true : undefined}
      aria-sort={sortBy === undefined ? undefined : direction}
    >
      {sortBy === undefined ? (
        name
      ) : (
        <button
          type="button"
          className="table-sort"
          onClick={() => {
            list.sortBy(sortBy);
          }}
        >
          {name}
          <Arrow
            className="table-sort-arrow"
            data-shown={sorted === null ? undefined : true}
            size="1.1em"
            aria-hidden
          />
        </button>
      )}
    </span>
  );
}
