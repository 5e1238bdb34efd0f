import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { PaneSection } from "../../parts/pane-section";
import { Whereabouts } from "../../parts/whereabouts";

/** Where the service's equipment is and which addresses it has; a closed service has neither any more. */
export function ServiceWhereabouts({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const { id, amounts, state } = service;
  if (state === "closed") {
    return (
      <PaneSection title={t("services.section.addresses")}>
        <span className="quiet">{t("services.addressesGone")}</span>
      </PaneSection>
    );
  }
  const isOrdered = (amounts["ip"] ?? 0) + (amounts["ipv6"] ?? 0) > 0;
  return (
    <Whereabouts
      of={{ serviceId: id }}
      missingAddresses={t(isOrdered ? "services.addressesLater" : "services.addressNotOrdered")}
    />
  );
}
