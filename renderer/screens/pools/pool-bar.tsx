import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { FillBar } from "../../parts/fill-bar";
import { ToneBadge } from "../../parts/state-badge";
import { attentionLook, stateLooks } from "../../parts/state-tone";
import { formatPercent } from "../../text/format";
import { levelOf } from "./pool-rows";

/** How full a pool is. Of an IPv6 pool the share says nothing: so many addresses nobody hands out. */
export function PoolBar({ pool }: { readonly pool: PoolUse }) {
  const { t } = useTranslation();
  if (pool.family === "ipv6") return null;
  const text = t("pools.usedShare", { share: formatPercent(pool.share) });
  const look = levelOf(pool) === "enough" ? "used" : "over";
  return <FillBar label={text} parts={[{ look, share: Math.min(1, pool.share) }]} />;
}

/** A word for a pool that is running out; nothing where there is enough. */
export function PoolLevelBadge({ pool }: { readonly pool: PoolUse }) {
  const { t } = useTranslation();
  const level = levelOf(pool);
  if (level === "enough") return null;
  return <ToneBadge look={level === "full" ? attentionLook : stateLooks.link.asleep} word={t(`pools.${level}`)} />;
}
