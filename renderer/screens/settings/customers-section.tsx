import { Button, Group, Text } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../../main/contract/shapes/directory";
import { usePages } from "../../hooks/use-pages";
import { useRight } from "../../hooks/use-right";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListRow } from "../../parts/list-row";
import { LoadingRows } from "../../parts/loading-rows";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { CustomerDialog } from "./customer-dialog";

/** The customers: found by name or e-mail, added and changed in a dialog. */
export function CustomersSection() {
  const { t } = useTranslation();
  const setFilter = useConsole((state) => state.setFilter);
  const search = useConsole((state) => state.filters.settings?.["customer"] ?? "");
  const pages = usePages("customer.list", { search });
  const mayAdd = useRight("customer.add");
  const maySave = useRight("customer.save");
  const [edited, setEdited] = useState<Customer | "new" | null>(null);
  const onSearch = useCallback(
    (text: string) => {
      setFilter("settings", "customer", text);
    },
    [setFilter],
  );
  return (
    <div className="customers">
      <Text c="dimmed">{t("settings.customers.hint")}</Text>
      <Group gap="xs">
        <SearchField value={search} placeholder={t("settings.customers.search")} onSearch={onSearch} />
        {mayAdd ? (
          <Button
            variant="default"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              setEdited("new");
            }}
          >
            {t("settings.customers.add")}
          </Button>
        ) : null}
      </Group>
      <FaultNotice fault={pages.fault} onRetry={pages.reload} />
      {pages.firstPage === undefined && !pages.fault ? <LoadingRows /> : null}
      {pages.firstPage?.total === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t(search === "" ? "settings.customers.emptyTitle" : "settings.customers.noMatchTitle")}
          hint={t(search === "" ? "settings.customers.emptyHint" : "settings.customers.noMatchHint")}
        />
      ) : null}
      {pages.total > 0 ? (
        <div className="customers-list">
          <VirtualList
            label={t("settings.section.customers")}
            lines={2}
            count={pages.total}
            rowAt={pages.rowAt}
            onRange={pages.onRange}
            keyOf={(customer) => customer.id}
            selectedKey={edited === null || edited === "new" ? null : edited.id}
            renderRow={(customer) => <ListRow title={customer.name} aside={customer.note} below={customer.email} />}
            onOpen={(customer) => {
              if (maySave) setEdited(customer);
            }}
          />
        </div>
      ) : null}
      <CustomerDialog
        edited={edited}
        onEnd={() => {
          setEdited(null);
        }}
      />
    </div>
  );
}
