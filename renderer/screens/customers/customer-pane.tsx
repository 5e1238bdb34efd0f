import { Button, Text } from "@mantine/core";
import { IconPencil, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../../main/contract/shapes/directory";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { usePages } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { Copyable } from "../../parts/copyable";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { ServiceRowView } from "../services/service-row";
import "./customers.css";

interface CustomerPaneProps {
  readonly id: string;
  readonly onEdit: (customer: Customer) => void;
}

/** One customer with the services that they have. */
export function CustomerPane({ id, onEdit }: CustomerPaneProps) {
  const { t } = useTranslation();
  const { value: customer, fault, reload, isLoading } = useQuery("customer.get", { id });
  if (!customer) {
    if (fault?.kind === "not-found") return <EmptyState icon={IconUsers} title={t("customers.notFound")} />;
    return (
      <div className="pane">
        <FaultNotice fault={fault} onRetry={reload} />
        {isLoading ? <LoadingRows /> : null}
      </div>
    );
  }
  return (
    <>
      <div className="customer-head">
        <BackButton />
        <PageTitle
          title={customer.name}
          below={<Copyable text={customer.email} />}
          actions={
            <Allowed to="customer.save">
              <Button
                variant="default"
                leftSection={<IconPencil size="1.1em" aria-hidden />}
                onClick={() => {
                  onEdit(customer);
                }}
              >
                {t("customers.edit")}
              </Button>
            </Allowed>
          }
        />
        {customer.note === "" ? null : <Text className="customer-note">{customer.note}</Text>}
      </div>
      <ServicesOf customerId={id} />
    </>
  );
}

const keyOf = ({ id }: ServiceRow): string => id;
const renderRow = (service: ServiceRow) => <ServiceRowView service={service} />;

function ServicesOf({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation();
  const pages = usePages("service.list", { customerId });
  return (
    <section className="customer-services" aria-label={t("customers.services")}>
      <h2 className="customer-services-title">
        {t("customers.services")}
        {pages.firstPage ? <span className="quiet"> {t("services.count", { count: pages.total })}</span> : null}
      </h2>
      <FaultNotice fault={pages.fault} onRetry={pages.reload} />
      {pages.firstPage === undefined && !pages.fault ? <LoadingRows /> : null}
      {pages.firstPage?.total === 0 ? <Text c="dimmed">{t("customers.noServices")}</Text> : null}
      {pages.total > 0 ? (
        <VirtualList
          label={t("customers.services")}
          lines={2}
          count={pages.total}
          rowAt={pages.rowAt}
          onRange={pages.onRange}
          keyOf={keyOf}
          selectedKey={null}
          renderRow={renderRow}
          onOpen={(service) => {
            useConsole.getState().open("services", service.id);
          }}
        />
      ) : null}
    </section>
  );
}
