import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatMoney, readMoney } from "../../parts/money";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import type { PeriodDraft, ResourceDraft } from "./tariff-draft";

interface ResourceLineProps {
  readonly resource: ResourceDraft;
  readonly currency: string;
  /** The period whose step price the line shows. */
  readonly period: PeriodDraft | undefined;
  readonly messageCount: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** One place up (−1) or down (1). */
  readonly onMove: (by: number) => void;
}

const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** An option in one line; Enter opens its form. */
export function ResourceLine({ resource, currency, period, messageCount, isOpen, ...on }: ResourceLineProps) {
  const { t } = useTranslation();
  const { title, name, valueType, measure, isActive, billing } = resource;
  const isNumber = valueType === "integer";
  const yesOrNo = t(Number(resource.included) > 0 ? "tariffs.resource.yes" : "tariffs.resource.no");
  return (
    <button
      type="button"
      className="resource-grid resource-line"
      aria-expanded={isOpen}
      data-inactive={!isActive || undefined}
      onClick={on.onToggle}
      onKeyDown={(event) => {
        const by = event.altKey ? moves[event.key] : undefined;
        if (by === undefined) return;
        event.preventDefault();
        on.onMove(by);
      }}
    >
      <span className="resource-name">
        <IconChevronRight className="resource-chevron" size="1.1em" aria-hidden />
        <span className="one-line">{title.trim() === "" ? t("tariffs.unnamed") : title}</span>
        <span className="mono quiet one-line">{name}</span>
        {isActive ? null : <span className="quiet">{t("tariffs.resource.off")}</span>}
        {messageCount > 0 ? (
          <span data-tone="failed" title={t("tariffs.resource.remarks", { count: messageCount })}>
            <IconAlertTriangle
              size="1.15em"
              role="img"
              aria-label={t("tariffs.resource.remarks", { count: messageCount })}
            />
          </span>
        ) : null}
      </span>
      <span>{isNumber ? withMeasure(resource.included, measure) : valueType === "boolean" ? yesOrNo : ""}</span>
      <span>{isNumber ? withMeasure(resource.maximum, measure) : t(`tariffs.valueType.${valueType}`)}</span>
      <span>{isNumber ? formatNumber(resource.step) : ""}</span>
      <span>
        {billing === "ordered"
          ? moneyWords(resource.stepPrices[period?.key ?? ""] ?? "", currency, t("tariffs.resource.noPrice"))
          : t(`tariffs.billingShort.${billing}`)}
      </span>
      <span>{t(`tariffs.changeBy.${resource.changeBy}`)}</span>
    </button>
  );
}

function withMeasure(amount: number | string, measure: string): string {
  return amount === "" ? "" : `${formatNumber(amount)} ${phrase(measure)}`;
}

/** A price as it is read; as typed while it cannot be. */
function moneyWords(text: string, currency: string, nothing: string): string {
  const reading = readMoney(text, currency);
  if (!reading.ok) return reading.problem.kind === "empty" ? nothing : text;
  return reading.minor === 0 ? nothing : formatMoney(reading.minor, currency);
}
