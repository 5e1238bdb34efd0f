import { IconPackage } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceDetail } from "../../../main/contract/shapes/service";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelButton } from "../../parts/label-button";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { StateBadge, ToneBadge } from "../../parts/state-badge";
import { attentionLook } from "../../parts/state-tone";
import { StepList } from "../../parts/step-list";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";
import { emptyChange } from "./change-draft";
import { changeFormKey } from "./change-dialog";
import { HistoryList } from "./history-list";
import { LifeLine } from "./life-line";
import { ModuleTrials } from "./module-trials";
import { PendingChangeSection } from "./pending-change";
import { ServiceActions } from "./service-actions";
import { ServiceAmounts } from "./service-amounts";
import { ServiceFacts } from "./service-facts";
import { ServicePrice } from "./service-price";
import { ServiceWhereabouts } from "./service-whereabouts";
import { mayChange } from "./service-life";
import { useServiceName } from "./use-service-name";
import "./service-pane.css";

/** One service: where in its life it is, what failed, what it costs, and what can be done with it. */
export function ServicePane({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const detail = useQuery("service.get", { id });
  if (detail.value) return <ServiceContent detail={detail.value} />;
  if (!detail.fault) return <LoadingRows />;
  return (
    <div className="pane">
      <EmptyState icon={IconPackage} title={t("services.title")}>
        <FaultNotice fault={detail.fault} onRetry={detail.reload} />
      </EmptyState>
    </div>
  );
}

function ServiceContent({ detail }: { readonly detail: ServiceDetail }) {
  const { t } = useTranslation();
  const { service } = detail;
  const name = useServiceName(service);
  const mayChangeIt = useRight("service.change") && mayChange(service.state);
  const [isChanging, setIsChanging] = useState(false);
  const move = (): void => {
    useConsole.getState().keepForm(changeFormKey(service.id), { ...emptyChange, toCurrentTariff: true });
    setIsChanging(true);
  };
  return (
    <>
      <div className="pane">
        <PageTitle
          title={name}
          actions={<LabelButton subject={{ kind: "service", serviceId: service.id }} />}
          below={
            <>
              <StateBadge of="service" state={service.state} />
              {service.needsAttention ? <ToneBadge look={attentionLook} word={t("states.attention")} /> : null}
              <span className="mono">{t("services.number", { number: service.number })}</span>
              <span>{service.customerName}</span>
            </>
          }
        />
        <LifeLine state={service.state} wasActivated={service.activatedAt !== null} />
        <div className="service-columns">
          <div className="service-column">
            {service.pendingChange === null ? null : <PendingChangeSection change={service.pendingChange} />}
            <PaneSection title={t("services.section.steps")}>
              {detail.actions.length === 0 ? (
                <span className="quiet">{t("services.noSteps")}</span>
              ) : (
                <StepList steps={detail.actions} label={t("services.section.steps")} />
              )}
            </PaneSection>
            <ServiceWhereabouts service={service} />
            <PaneSection title={t("services.section.facts")}>
              <ServiceFacts
                service={service}
                customerEmail={detail.customerEmail}
                onMove={mayChangeIt ? move : undefined}
              />
            </PaneSection>
          </div>
          <div className="service-column">
            <ServicePrice service={service} />
            <ServiceAmounts service={service} />
            <PaneSection title={t("services.section.module")}>
              <ModuleTrials trials={service.moduleTrials} />
            </PaneSection>
            <PaneSection title={t("services.section.history")}>
              <HistoryList entries={detail.history} />
            </PaneSection>
          </div>
        </div>
      </div>
      <ServiceActions
        detail={detail}
        isChanging={isChanging}
        onChange={() => {
          setIsChanging(true);
        }}
        onChangeEnd={() => {
          setIsChanging(false);
        }}
      />
    </>
  );
}
