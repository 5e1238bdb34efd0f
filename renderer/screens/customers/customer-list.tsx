import { Button } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../../main/contract/shapes/directory";
import { usePages } from "../../hooks/use-pages";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import type { Column } from "../../lists/columns";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { ListRow } from "../../parts/list-row";
import { useConsole } from "../../stores/console-store";

const keyOf = ({ id }: Customer): string => id;
const renderLines = ({ name, email, note }: Customer) => <ListRow title={name} aside={note} below={email} />;

interface CustomerListProps {
  readonly selectedId: string | null;
  readonly onAdd: () => void;
}

/** The customers, found by name or e-mail. */
export function CustomerList({ selectedId, onAdd }: CustomerListProps) {
  const { t } = useTranslation();
  const list = useList("customers", "customers", useCustomerColumns());
  const input = useMemo(() => ({ search: list.filters["search"] ?? "", sort: list.sort }), [list]);
  const pages = usePages("customer.list", input);
  return (
    <ListFrame
      label={t("customers.title")}
      list={list}
      rows={rowsOf(pages)}
      keyOf={keyOf}
      renderLines={renderLines}
      selectedKey={selectedId}
      onOpen={(customer) => {
        useConsole.getState().open("customers", customer.id);
      }}
      search={t("customers.search")}
      choices={[]}
      beside={<AddButton onAdd={onAdd} />}
      facts={pages.firstPage ? t("customers.count", { count: pages.total }) : ""}
      exported={{ name: "customers", filter: input }}
      empty={
        list.isFiltered ? (
          <NothingMatches screen="customers" />
        ) : (
          <EmptyState icon={IconUsers} title={t("customers.emptyTitle")} hint={t("customers.emptyHint")}>
            <AddButton onAdd={onAdd} />
          </EmptyState>
        )
      }
    />
  );
}

function useCustomerColumns(): readonly Column<Customer, "name" | "email">[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "name",
        title: t("customers.name"),
        leastPx: 160,
        share: 1,
        isFixed: true,
        sortBy: "name",
        cell: ({ name }) => <strong className="table-name">{name}</strong>,
      },
      {
        id: "email",
        title: t("customers.email"),
        leastPx: 160,
        share: 1,
        sortBy: "email",
        cell: ({ email }) => email,
      },
      { id: "note", title: t("customers.note"), leastPx: 120, share: 1.5, cell: ({ note }) => note },
    ],
    [t],
  );
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <Allowed to="customer.add">
      <Button variant="default" leftSection={<IconPlus size="1.1em" aria-hidden />} onClick={onAdd}>
        {t("customers.add")}
      </Button>
    </Allowed>
  );
}
