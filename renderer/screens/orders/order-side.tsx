import { IconBolt, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallInput, CallOutput } from "../../../main/contract/calls";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery, type Query } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields } from "../../parts/field-issues";
import { PaneSection } from "../../parts/pane-section";
import { PriceLines } from "../../parts/price-lines";
import { ToneBadge } from "../../parts/state-badge";
import { WarningLine } from "../../parts/warning-line";
import { ModuleTrials } from "../services/module-trials";
import "./orders.css";

type Check = CallOutput<"order.check">;

interface OrderSideProps {
  readonly check: Query<Check>;
  readonly tariff: Tariff | undefined;
  /** What the price is asked for; null while it cannot be asked. */
  readonly question: CallInput<"order.check"> | null;
  readonly hasChosen: boolean;
  /** Paths of the fields that say themselves what is wrong. */
  readonly fields: readonly string[];
}

/** What the order costs, which module takes it, and how it then goes on, beside the form. */
export function OrderSide({ check, tariff, question, hasChosen, fields }: OrderSideProps) {
  const { t } = useTranslation();
  const shown = useLastValue(check.value, question?.tariffId ?? "");
  return (
    <aside className="order-side">
      <PaneSection title={t("orders.price.title")}>
        {question === null ? (
          <span className="quiet">{t(hasChosen ? "orders.price.amountsFirst" : "orders.price.chooseFirst")}</span>
        ) : null}
        {isCoveredByFields(check.fault, fields) ? null : <FaultNotice fault={check.fault} onRetry={check.reload} />}
        {question && shown ? (
          <div data-outdated={check.value === undefined || undefined} aria-live="polite">
            <PriceLines price={shown.price} resources={tariff?.resources ?? []} periodMonths={question.periodMonths} />
          </div>
        ) : null}
      </PaneSection>
      {question && shown && tariff ? (
        <PaneSection title={t("orders.module.title")}>
          <Course check={shown} tariff={tariff} />
          <ModuleTrials trials={shown.moduleTrials} />
        </PaneSection>
      ) : null}
    </aside>
  );
}

/** Whether the order runs by itself: a dedicated server of DSmanager does. */
function Course({ check, tariff }: { readonly check: Check; readonly tariff: Tariff }) {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {}).value;
  const chosen = check.moduleTrials.find((trial) => trial.isChosen);
  if (!chosen) return <WarningLine tone="failed">{t("orders.module.none")}</WarningLine>;
  const module = modules?.find((one) => one.id === chosen.moduleId);
  if (!module) return null;
  const isAutomatic = tariff.productType === "dedicated" && module.type === "dsmanager";
  return (
    <div>
      {isAutomatic ? (
        <ToneBadge look={{ tone: "done", icon: IconBolt }} word={t("orders.course.byItself")} />
      ) : (
        <ToneBadge look={{ tone: "work", icon: IconUsers }} word={t("orders.course.byPeople")} />
      )}
    </div>
  );
}
