import { useTranslation } from "react-i18next";
import type { ConfigurationPart, ModuleConfiguration } from "../../../main/contract/shapes/module";
import { ShortCount } from "../../parts/short-count";
import { formatNumber } from "../../text/format";
import { FactsList } from "./facts-list";
import { PresetList } from "./preset-list";

interface ConfigurationFactsProps {
  readonly part: ConfigurationPart;
  readonly facts: ModuleConfiguration;
}

/** One part of the configuration as it was read. */
export function ConfigurationFacts({ part, facts }: ConfigurationFactsProps) {
  const { t } = useTranslation();
  const label = t(`modules.part.${part}`);
  const name = { title: t("modules.column.name"), cell: (row: { readonly name: string }) => row.name };
  const rack = { title: t("modules.column.rack"), cell: (row: { readonly rackName: string }) => row.rackName };
  const none = <span className="quiet">{t("modules.column.none")}</span>;
  const free = (count: string | null) =>
    count === null ? none : <span data-empty={count === "0" || undefined}>{<ShortCount decimal={count} />}</span>;
  const unread = <span className="quiet">{t("modules.column.notRead")}</span>;
  const units = (count: number | null) => (count === null ? unread : formatNumber(count));
  switch (part) {
    case "presets":
      return <PresetList presets={facts.presets} />;
    case "osImages":
      return (
        <FactsList
          label={label}
          rows={facts.osImages}
          keyOf={(image) => image.name}
          columns={[
            { ...name, cell: (image) => <span className="mono">{image.name}</span> },
            { title: t("modules.column.tags"), cell: (image) => image.tags.join(", ") },
          ]}
        />
      );
    case "locations":
      return <FactsList label={label} rows={facts.locations} keyOf={(one) => one.locationId} columns={[name]} />;
    case "racks":
      return (
        <FactsList
          label={label}
          rows={facts.racks}
          keyOf={(one) => one.rackId}
          columns={[
            name,
            { title: t("modules.column.size"), isNumber: true, cell: (one) => one.size },
            { title: t("modules.column.freeUnits"), isNumber: true, cell: (one) => units(one.freeUnits) },
            { title: t("modules.column.longestRun"), isNumber: true, cell: (one) => units(one.longestFreeRun) },
          ]}
        />
      );
    case "pools":
      return (
        <FactsList
          label={label}
          rows={facts.pools}
          keyOf={(one) => one.poolId}
          columns={[
            name,
            { title: t("modules.column.freeIpv4"), isNumber: true, cell: (one) => free(one.freeIpv4) },
            { title: t("modules.column.freeIpv6"), isNumber: true, cell: (one) => free(one.freeIpv6) },
            { title: t("modules.column.used"), isNumber: true, cell: (one) => <ShortCount decimal={one.used} /> },
          ]}
        />
      );
    case "switches":
      return <FactsList label={label} rows={facts.switches} keyOf={(one) => one.switchId} columns={[name, rack]} />;
    case "pdus":
      return <FactsList label={label} rows={facts.pdus} keyOf={(one) => one.pduId} columns={[name, rack]} />;
    case "users":
      return (
        <FactsList
          label={label}
          rows={facts.users}
          keyOf={(one) => one.userId}
          columns={[
            { title: t("modules.column.email"), cell: (one) => one.email },
            { title: t("modules.column.name"), cell: (one) => one.fullName },
            {
              title: t("modules.column.right"),
              cell: (one) => (one.isAdministrator ? t("modules.column.administrator") : ""),
            },
          ]}
        />
      );
  }
}
