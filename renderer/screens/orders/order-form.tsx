import { Button, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { useCommand } from "../../hooks/use-command";
import { useDraftedForm } from "../../hooks/use-drafted-form";
import { useQuery } from "../../hooks/use-query";
import { useShortcut } from "../../hooks/use-shortcut";
import { FaultNotice } from "../../parts/fault-notice";
import { focusFirstProblem } from "../../parts/focus-problem";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDraftNotice, FormDraftState } from "../../parts/form-draft-notice";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { CustomerField } from "./customer-field";
import { OrderAmounts } from "./order-amounts";
import {
  checkInput,
  emptyOrderDraft,
  longestLabel,
  longestNote,
  placeInput,
  withTariff,
  type OrderDraft,
} from "./order-draft";
import { OrderSide } from "./order-side";
import { PeriodField } from "./period-field";
import { StockNote } from "./stock-note";
import { TariffField } from "./tariff-field";

interface OrderFormProps {
  readonly tariffs: readonly TariffRow[];
  readonly onPlaced: (placed: CallOutput<"order.place">) => void;
}

const formKey = "order";
const checkDelayMs = 250;

/** The order form: who, what, how much; the price and the module are worked out while it is filled in. */
export function OrderForm({ tariffs, onPlaced }: OrderFormProps) {
  const { t } = useTranslation();
  const form = useDraftedForm(formKey, emptyOrderDraft);
  const { values: draft, change } = form;
  const place = useCommand("order.place");
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const tariff = tariffs.find((one) => one.id === draft.tariffId);
  const question = checkInput(draft, tariff);
  const [settled] = useDebouncedValue(JSON.stringify(question), checkDelayMs);
  const check = useQuery("order.check", JSON.parse(settled) as typeof question);
  const issues = { ...issuesByField(check.fault), ...issuesByField(place.fault) };
  const fields = fieldPaths(tariff);

  const enter = (values: Partial<OrderDraft>): void => {
    change((before) => ({ ...before, ...values }));
  };
  const submit = async (): Promise<void> => {
    setWasSubmitted(true);
    const input = placeInput(draft, tariff);
    if (place.isRunning) return;
    const result = input ? await place.run({ ...input, form: formKey }) : null;
    if (!result?.ok) {
      focusFirstProblem();
      return;
    }
    form.forget();
    onPlaced(result.value);
  };
  useShortcut("submitForm", () => void submit());
  const missing = (field: "customer" | "tariff" | "period", isMissing: boolean): string | undefined =>
    wasSubmitted && isMissing ? t(`orders.problem.${field}`) : undefined;
  const tooLong = (text: string, maximum: number): string | undefined =>
    text.length > maximum ? t("orders.problem.tooLong", { maximum, count: text.length }) : undefined;

  return (
    <>
      <div className="pane">
        <PageTitle title={t("orders.title")} below={t("orders.hint")} />
        <FormDraftNotice draft={form.draft} onDiscard={form.discard} />
        <div className="order-columns">
          <div className="order-fields">
            <PaneSection title={t("orders.section.who")}>
              <CustomerField
                customer={draft.customer}
                error={missing("customer", draft.customer === null)}
                onChange={(customer) => {
                  enter({ customer });
                }}
              />
            </PaneSection>
            <PaneSection title={t("orders.section.what")}>
              <TariffField
                tariffs={tariffs}
                value={tariff?.id ?? null}
                error={missing("tariff", !tariff)}
                onChange={(chosen) => {
                  change((before) => withTariff(before, chosen));
                }}
              />
              {check.value?.stock
                .filter((one) => one.what === "server")
                .map((one) => (
                  <StockNote key={one.where} forecast={one} />
                ))}
              {tariff ? (
                <PeriodField
                  tariff={tariff}
                  value={draft.periodMonths}
                  error={missing("period", draft.periodMonths === null)}
                  onChange={(periodMonths) => {
                    enter({ periodMonths });
                  }}
                />
              ) : null}
            </PaneSection>
            {tariff ? (
              <PaneSection title={t("orders.section.amounts")}>
                <OrderAmounts
                  draft={draft}
                  tariff={tariff}
                  issues={issues}
                  wasSubmitted={wasSubmitted}
                  check={check.value}
                  onAmount={(name, amount) => {
                    change((before) => ({ ...before, amounts: { ...before.amounts, [name]: amount } }));
                  }}
                  onChoice={(name, chosen) => {
                    change((before) => ({ ...before, choices: { ...before.choices, [name]: chosen } }));
                  }}
                />
              </PaneSection>
            ) : null}
            <PaneSection title={t("orders.section.more")}>
              <TextInput
                label={t("orders.field.label")}
                description={t("orders.field.labelHint")}
                value={draft.label}
                error={tooLong(draft.label, longestLabel) ?? issues["label"]}
                onChange={(event) => {
                  enter({ label: event.currentTarget.value });
                }}
              />
              <Textarea
                label={t("orders.field.note")}
                description={t("orders.field.noteHint")}
                rows={3}
                value={draft.note}
                error={tooLong(draft.note, longestNote) ?? issues["note"]}
                onChange={(event) => {
                  enter({ note: event.currentTarget.value });
                }}
              />
            </PaneSection>
          </div>
          <OrderSide
            check={check}
            tariff={tariff}
            question={question}
            hasChosen={tariff !== undefined && draft.periodMonths !== null}
            fields={fields}
          />
        </div>
      </div>
      <div className="pane-foot">
        {isCoveredByFields(place.fault, fields) ? null : <FaultNotice fault={place.fault} />}
        <FormDraftState draft={form.draft} />
        <Button variant="subtle" color="gray" onClick={form.discard}>
          {t("orders.clear")}
        </Button>
        <Button loading={place.isRunning} onClick={() => void submit()}>
          {t("orders.place")}
        </Button>
      </div>
    </>
  );
}

/** Paths of the issues that stand by a field of the form. */
function fieldPaths(tariff: TariffRow | undefined): readonly string[] {
  const names = (tariff?.resources ?? []).flatMap(({ name }) => [`amounts.${name}`, `choices.${name}`]);
  return [...names, "label", "note"];
}
