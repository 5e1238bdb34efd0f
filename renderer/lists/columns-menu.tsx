import { ActionIcon, Button, Checkbox, Popover, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Column } from "./columns";
import type { AnyList } from "./use-list";

/** Which columns a table has, and in which order. */
export function ColumnsMenu({ list }: { readonly list: AnyList }) {
  const { t } = useTranslation();
  const shown = list.columns.map(({ id }) => id);
  const others = list.allColumns.filter(({ id }) => !shown.includes(id));
  const move = (id: string, by: -1 | 1): void => {
    const at = shown.indexOf(id);
    const neighbour = shown[at + by];
    if (neighbour === undefined) return;
    list.chooseColumns(shown.map((one) => (one === id ? neighbour : one === neighbour ? id : one)));
  };
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconColumns3 size="1.1em" aria-hidden />}>
          {t("lists.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t("lists.columns")}>
        <ul className="column-choice">
          {[...list.columns, ...others].map((column) => (
            <ColumnLine
              key={column.id}
              column={column}
              at={shown.indexOf(column.id)}
              last={shown.length - 1}
              onMove={(by) => {
                move(column.id, by);
              }}
              onToggle={() => {
                list.chooseColumns(
                  shown.includes(column.id) ? shown.filter((id) => id !== column.id) : [...shown, column.id],
                );
              }}
            />
          ))}
        </ul>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            list.chooseColumns(null);
          }}
        >
          {t("lists.usualColumns")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ColumnLineProps {
  readonly column: Column<never, string>;
  /** Its place among the columns that are shown; -1 where it is not. */
  readonly at: number;
  readonly last: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onToggle: () => void;
}

function ColumnLine({ column, at, last, onMove, onToggle }: ColumnLineProps) {
  const { t } = useTranslation();
  const name = column.title;
  const button = (by: -1 | 1) => {
    const label = t(by < 0 ? "lists.moveLeft" : "lists.moveRight", { name });
    const Icon = by < 0 ? IconArrowUp : IconArrowDown;
    return (
      <Tooltip label={label}>
        <ActionIcon
          size={24}
          aria-label={label}
          disabled={at < 0 || at + by < 0 || at + by > last}
          onClick={() => {
            onMove(by);
          }}
        >
          <Icon size="1em" aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <li>
      <Checkbox size="xs" label={name} checked={at >= 0} disabled={column.isFixed === true} onChange={onToggle} />
      <span className="column-choice-moves">
        {button(-1)}
        {button(1)}
      </span>
    </li>
  );
}
