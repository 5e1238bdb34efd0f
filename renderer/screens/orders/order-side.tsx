import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput, CallOutput } from "../../../main/contract/calls";
import type { Query } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { WarningLine } from "../../parts/warning-line";
import { ModuleTrials } from "../services/module-trials";
import { PriceLines } from "../services/price-lines";
import "./orders.css";

type Check = CallOutput<"order.check">;

interface OrderSideProps {
  readonly check: Query<Check>;
  /** What the price is asked for; null while it cannot be asked. */
  readonly question: CallInput<"order.check"> | null;
  readonly hasChosen: boolean;
}

/** What the order costs and which module takes it, beside the form. */
export function OrderSide({ check, question, hasChosen }: OrderSideProps) {
  const { t } = useTranslation();
  const shown = useLastAnswer(check.value, question);
  return (
    <aside className="order-side">
      <PaneSection title={t("orders.price.title")}>
        {question === null ? (
          <span className="quiet">{t(hasChosen ? "orders.price.amountsFirst" : "orders.price.chooseFirst")}</span>
        ) : null}
        <FaultNotice fault={check.fault} onRetry={check.reload} />
        {question && shown ? (
          <div data-outdated={check.value === undefined || undefined} aria-live="polite">
            <PriceLines price={shown.price} tariffId={question.tariffId} periodMonths={question.periodMonths} />
          </div>
        ) : null}
      </PaneSection>
      {question && shown ? (
        <PaneSection title={t("orders.module.title")}>
          {shown.moduleTrials.some((trial) => trial.isChosen) ? null : (
            <WarningLine tone="failed">{t("orders.module.none")}</WarningLine>
          )}
          <ModuleTrials trials={shown.moduleTrials} />
        </PaneSection>
      ) : null}
    </aside>
  );
}

/** The answer for the same tariff stays, dimmed, while the next one is on its way: nothing jumps. */
function useLastAnswer(answer: Check | undefined, question: OrderSideProps["question"]): Check | undefined {
  const [last, setLast] = useState<{ readonly answer: Check; readonly tariffId: string } | null>(null);
  if (answer && question && last?.answer !== answer) setLast({ answer, tariffId: question.tariffId });
  if (answer) return answer;
  return last && last.tariffId === question?.tariffId ? last.answer : undefined;
}
