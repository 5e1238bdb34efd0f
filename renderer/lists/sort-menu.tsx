import { Button, Menu } from "@mantine/core";
import { IconArrowsSort, IconCheck, IconSortAscending, IconSortDescending } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AnyList } from "./use-list";

/** How a list is sorted where it has no headings to press. */
export function SortMenu({ list }: { readonly list: AnyList }) {
  const { t } = useTranslation();
  const { sort } = list;
  const sortable = list.allColumns.flatMap(({ sortBy, title }) => (sortBy === undefined ? [] : [{ sortBy, title }]));
  const current = sortable.find(({ sortBy }) => sortBy === sort?.by);
  const Icon = sort === null ? IconArrowsSort : sort.isDescending ? IconSortDescending : IconSortAscending;
  const direction = t(sort?.isDescending === true ? "lists.descending" : "lists.ascending");
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          title={current ? t("lists.sorted", { column: current.title, direction }) : t("lists.sortBy")}
          leftSection={<Icon size="1.1em" aria-hidden />}
        >
          {current?.title ?? t("lists.sortBy")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={sort === null ? <IconCheck size="1.1em" aria-hidden /> : <span className="menu-gap" />}
          onClick={() => {
            list.putSort(null);
          }}
        >
          {t("lists.ownOrder")}
        </Menu.Item>
        {sortable.map(({ sortBy, title }) => (
          <Menu.Item
            key={sortBy}
            leftSection={
              sort?.by === sortBy ? (
                <Icon size="1.1em" role="img" aria-label={direction} />
              ) : (
                <span className="menu-gap" />
              )
            }
            onClick={() => {
              list.sortBy(sortBy);
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
