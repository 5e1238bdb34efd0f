import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { Copyable } from "../../parts/copyable";
import { PaneSection } from "../../parts/pane-section";
import "./service-pane.css";

/** The addresses as the panel last reported them; a click copies one. */
export function ServiceAddresses({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const { addresses, amounts, state } = service;
  const isOrdered = (amounts["ip"] ?? 0) + (amounts["ipv6"] ?? 0) > 0;
  const isOver = state === "closed";
  return (
    <PaneSection
      title={t("services.section.addresses")}
      aside={addresses.length > 1 ? <CopyAll addresses={addresses.map((one) => one.address)} /> : null}
    >
      {addresses.length === 0 ? (
        <span className="quiet">
          {isOver
            ? t("services.addressesGone")
            : t(isOrdered ? "services.addressesLater" : "services.addressNotOrdered")}
        </span>
      ) : null}
      <ul className="address-list">
        {addresses.map((one) => (
          <li key={one.addressId} className="address-item">
            <Copyable text={one.address} />
            <span className="quiet">
              {one.isReady ? (one.gateway === null ? "" : t("services.gateway", { address: one.gateway })) : one.status}
            </span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function CopyAll({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1_500 });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => {
        clipboard.copy(addresses.join("\n"));
      }}
    >
      {t(clipboard.copied ? "parts.copied" : "services.copyAll")}
    </Button>
  );
}
