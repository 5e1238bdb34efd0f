import { useTranslation } from "react-i18next";
import type { ServerFacts } from "../../../main/contract/shapes/panel";
import { Copyable } from "../../parts/copyable";
import { ToneBadge } from "../../parts/state-badge";
import { stateLooks } from "../../parts/state-tone";

/** The addresses that the panel has assigned. */
export function ServerAddresses({ facts }: { readonly facts: ServerFacts }) {
  const { t } = useTranslation();
  return (
    <section className="server-section">
      <h3 className="section-title">
        {t("servers.addresses")} <span className="quiet">{facts.addresses.length || ""}</span>
      </h3>
      {facts.addresses.length === 0 ? <span className="quiet">{t("servers.noAddresses")}</span> : null}
      <ul className="plain-list">
        {facts.addresses.map((one) => (
          <li key={one.addressId} className="connection-line">
            <Copyable text={one.address} />
            {one.isReady ? null : <ToneBadge look={stateLooks.action.sending} word={t("servers.notReady")} />}
            {one.gateway === null || one.gateway === "" ? null : (
              <span className="connection-note quiet">{t("servers.gateway", { gateway: one.gateway })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
