import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useSoldTariff } from "../../hooks/use-sold-tariff";
import { useConsole } from "../../stores/console-store";

interface TariffFactProps {
  readonly service: ServiceRow;
  /** Opens the difference to the newer version; left out where the service cannot be moved now. */
  readonly onMove: (() => void) | undefined;
}

/** The tariff in the version that the service has, and whether a newer one is there. */
export function TariffFact({ service, onMove }: TariffFactProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const { currentVersion } = useSoldTariff(service.tariffId, service.tariffVersion);
  const version = currentVersion ?? "";
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => {
          open("tariffs", service.tariffId);
        }}
      >
        {service.tariffName}
      </Anchor>{" "}
      <span className="quiet">{t("services.tariffVersion", { version: service.tariffVersion })}</span>
      {service.isTariffOutdated ? (
        <div>
          <span data-tone="waiting">{t("services.newerVersion", { version })}</span>{" "}
          {onMove === undefined ? null : (
            <Anchor component="button" type="button" size="sm" onClick={onMove}>
              {t("services.showDifference")}
            </Anchor>
          )}
        </div>
      ) : null}
    </>
  );
}
