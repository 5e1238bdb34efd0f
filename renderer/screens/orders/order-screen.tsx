import { Button } from "@mantine/core";
import { IconReceipt2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { OrderForm } from "./order-form";
import { OrderPlaced } from "./order-placed";
import "./orders.css";

/** A new order, and once it is placed the way to its service and task. */
export function OrderScreen() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const tariffs = useQuery("tariff.list", {});
  const [placed, setPlaced] = useState<CallOutput<"order.place"> | null>(null);

  if (placed) {
    return (
      <OrderPlaced
        placed={placed}
        onAnother={() => {
          setPlaced(null);
        }}
      />
    );
  }
  if (!tariffs.value)
    return tariffs.fault ? <FaultNotice fault={tariffs.fault} onRetry={tariffs.reload} /> : <LoadingRows />;
  const offered = tariffs.value.filter((tariff) => tariff.isActive);
  if (offered.length > 0) return <OrderForm tariffs={offered} onPlaced={setPlaced} />;
  return (
    <EmptyState icon={IconReceipt2} title={t("orders.noTariffTitle")} hint={t("orders.noTariffHint")}>
      <Button
        mt="xs"
        onClick={() => {
          open("tariffs");
        }}
      >
        {t("orders.toTariffs")}
      </Button>
    </EmptyState>
  );
}
