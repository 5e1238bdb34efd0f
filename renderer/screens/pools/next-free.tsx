import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { CopyButton } from "../../parts/copy-button";
import { Copyable } from "../../parts/copyable";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PaneSection } from "../../parts/pane-section";
import { formatPoolRoute } from "./pool-route";

const firstCount = 8;
const moreCount = 64;

/** The addresses that are free and come next, each and all of them to be copied. */
export function NextFree({ pool }: { readonly pool: PoolUse }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(firstCount);
  const { moduleId, poolId, family } = pool;
  const query = useQuery("pool.next-free", { moduleId, poolId, family, limit });
  const found = useLastValue(query.value, formatPoolRoute(pool));
  const addresses = found?.addresses ?? [];
  return (
    <PaneSection
      title={t("pools.next")}
      aside={addresses.length > 1 ? <CopyButton text={addresses.join("\n")} /> : null}
    >
      <FaultNotice fault={query.fault} onRetry={query.reload} />
      {found ? null : query.fault ? null : <LoadingRows count={4} />}
      {found && addresses.length === 0 ? (
        <span className="quiet">{t(found.isKnown ? "pools.nextNone" : "pools.nextUnknown")}</span>
      ) : null}
      {addresses.length === 0 ? null : (
        <>
          <ul className="next-free">
            {addresses.map((address) => (
              <li key={address}>
                <Copyable text={address} />
              </li>
            ))}
          </ul>
          <div className="quiet">{t("pools.nextExplanation")}</div>
          {limit === firstCount && addresses.length === firstCount ? (
            <Button
              variant="subtle"
              size="compact-sm"
              style={{ justifySelf: "start", alignSelf: "start" }}
              onClick={() => {
                setLimit(moreCount);
              }}
            >
              {t("pools.more")}
            </Button>
          ) : null}
        </>
      )}
    </PaneSection>
  );
}
