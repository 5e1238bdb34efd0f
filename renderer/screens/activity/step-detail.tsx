import { IconActivity } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { StepPane } from "./step-pane";

/**
 * The selected step, also once it has left the list because it was decided or carried out: a pane never empties under the hand that just used it,
 * and never shows a state that is over.
 */
export function StepDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { value, fault, reload, isLoading } = useQuery("action.get", { id });
  if (value) return <StepPane step={value} />;
  if (fault?.kind === "not-found") return <EmptyState icon={IconActivity} title={t("activity.notListed")} />;
  return (
    <div className="pane">
      <FaultNotice fault={fault} onRetry={reload} />
      {isLoading ? <LoadingRows /> : null}
    </div>
  );
}
