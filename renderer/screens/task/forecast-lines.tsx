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
import { formatPoolRoute } from "../pools/pool-route";

interface ForecastLinesProps {
  readonly taskId: string;
  readonly moduleId: string;
  /** The rack as typed; its pool comes first. */
  readonly rack: string;
}

const forecastDelayMs = 400;

/** Whether the pools hold what closing the card will need, one line a family. */
export function ForecastLines({ taskId, moduleId, rack }: ForecastLinesProps) {
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
        <ForecastLine key={line.family} moduleId={moduleId} line={line} />
      ))}
    </section>
  );
}

interface ForecastLineProps {
  readonly moduleId: string;
  readonly line: AddressForecast;
}

function ForecastLine({ moduleId, line }: ForecastLineProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { family, needed, free, poolId, poolName: pool } = line;
  const reason = t(`task.poolReason.${line.poolReason}`);
  return (
    <div className="forecast-line">
      <div className="forecast-figures">
        <ToneBadge look={line.isShort ? attentionLook : stateLooks.port.up} word={t(`task.family.${family}`)} />
        <span className="forecast-words">
          {free === null
            ? t("task.forecastNoPool", { needed })
            : t("task.forecastLine", { needed, free: shortCount(free), pool })}
          <span className="forecast-source quiet">
            {reason}
            {line.isLive || line.takenAt === null
              ? ""
              : ` · ${t("task.forecastAge", { when: words(line.takenAt) })}`}{" "}
            {poolId === null ? null : <PoolLink pool={{ moduleId, poolId, family }} />}
          </span>
        </span>
      </div>
      {line.isShort ? <WarningLine tone="failed">{t("task.forecastShort")}</WarningLine> : null}
    </div>
  );
}

/** The way to the pool on its own screen. */
function PoolLink({ pool }: { readonly pool: Parameters<typeof formatPoolRoute>[0] }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      onClick={() => {
        open("pools", formatPoolRoute(pool));
      }}
    >
      {t("task.openPool")}
    </Anchor>
  );
}
