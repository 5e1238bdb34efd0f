import { Anchor } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { AddressForecast } from "../../../main/contract/shapes/task";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { useRelativeWords } from "../../parts/relative-time";
import { shortCount } from "../../parts/digits";
import { ToneBadge } from "../../parts/state-badge";
import { attentionLook, stateLooks } from "../../parts/state-tone";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";

interface ForecastLinesProps {
  readonly taskId: string;
  /** The rack as typed; its pool comes first. */
  readonly rack: string;
}

const forecastDelayMs = 400;

/** Whether the pools hold what closing the card will need, one line a family. */
export function ForecastLines({ taskId, rack }: ForecastLinesProps) {
  const { t } = useTranslation();
  const [settledRack] = useDebouncedValue(rack, forecastDelayMs);
  const forecast = useQuery("card.forecast", { taskId, rack: settledRack });
  if (forecast.fault) return <FaultNotice fault={forecast.fault} onRetry={forecast.reload} />;
  if (!forecast.value) return null;
  return (
    <section className="forecast">
      <h3 className="section-title">{t("task.forecast")}</h3>
      {forecast.value.length === 0 ? <span className="quiet">{t("task.forecastNothing")}</span> : null}
      {forecast.value.map((line) => (
        <ForecastLine key={line.family} line={line} />
      ))}
    </section>
  );
}

function ForecastLine({ line }: { readonly line: AddressForecast }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { needed, free, poolName: pool } = line;
  const reason = t(`task.poolReason.${line.poolReason}`);
  return (
    <div className="forecast-line">
      <div className="forecast-figures">
        <ToneBadge look={line.isShort ? attentionLook : stateLooks.port.up} word={t(`task.family.${line.family}`)} />
        <span className="forecast-words">
          {free === null
            ? t("task.forecastNoPool", { needed })
            : t("task.forecastLine", { needed, free: shortCount(free), pool })}
          <span className="forecast-source quiet">
            {reason}
            {line.isLive || line.takenAt === null
              ? ""
              : ` · ${t("task.forecastAge", { when: words(line.takenAt) })}`}{" "}
            {pool === "" ? null : <PoolLink name={pool} family={line.family} />}
          </span>
        </span>
      </div>
      {line.isShort ? <WarningLine tone="failed">{t("task.forecastShort")}</WarningLine> : null}
    </div>
  );
}

/** The pool on its own screen, found by its name. */
function PoolLink({ name, family }: { readonly name: string; readonly family: AddressForecast["family"] }) {
  const { t } = useTranslation();
  const { open, setFilter } = useConsole.getState();
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      onClick={() => {
        setFilter("pools", "search", name);
        setFilter("pools", "family", family);
        open("pools");
      }}
    >
      {t("task.openPool")}
    </Anchor>
  );
}
