import { Button, Table, Text, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { Module, ModuleConfiguration } from "../../../main/contract/shapes/module";
import type { PoolFacts } from "../../../main/contract/shapes/panel";
import { useCommand } from "../../hooks/use-command";
import type { Query } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { RelativeTime } from "../../parts/relative-time";
import { PaneSection } from "../../parts/pane-section";
import { ShortCount } from "../../parts/short-count";
import { WarningLine } from "../../parts/warning-line";
import "./module-configuration.css";

interface ModuleConfigurationSectionProps {
  readonly module: Module;
  readonly configuration: Query<CallOutput<"module.configuration">>;
}

/** What was read from the panel and when, with "Config" to read it again. */
export function ModuleConfigurationSection({ module, configuration }: ModuleConfigurationSectionProps) {
  const { t } = useTranslation();
  const refresh = useCommand("module.refresh");
  const facts = configuration.value;
  return (
    <PaneSection
      title={t("modules.detail.configuration")}
      aside={
        <Tooltip label={t("modules.detail.configHint")}>
          <Button
            variant="default"
            leftSection={<IconRefresh size="1.1em" aria-hidden />}
            loading={refresh.isRunning}
            onClick={() => {
              void refresh.run({ id: module.id }).then(configuration.reload);
            }}
          >
            {t("modules.detail.config")}
          </Button>
        </Tooltip>
      }
    >
      <FaultNotice fault={refresh.fault ?? configuration.fault} />
      {facts === null ? <WarningLine>{t("modules.detail.configurationNever")}</WarningLine> : null}
      {facts ? <ConfigurationFacts facts={facts} /> : null}
    </PaneSection>
  );
}

function ConfigurationFacts({ facts }: { readonly facts: ModuleConfiguration }) {
  const { t } = useTranslation();
  const counts = [
    t("modules.detail.locations", { count: facts.locations.length }),
    t("modules.detail.racks", { count: facts.racks.length }),
    t("modules.detail.switches", { count: facts.switches.length }),
    t("modules.detail.pdus", { count: facts.pdus.length }),
    t("modules.detail.users", { count: facts.users.length }),
  ];
  return (
    <>
      <Text>
        {counts.join(" · ")}
        <span className="quiet">
          {" · "}
          {t("modules.detail.readAt")} <RelativeTime at={facts.takenAt} />
        </span>
      </Text>
      {facts.pools.length === 0 ? (
        <WarningLine>{t("modules.detail.noPools")}</WarningLine>
      ) : (
        <PoolTable pools={facts.pools} />
      )}
    </>
  );
}

function PoolTable({ pools }: { readonly pools: readonly PoolFacts[] }) {
  const { t } = useTranslation();
  return (
    <Table className="pool-table" verticalSpacing={4} horizontalSpacing="xs" maw={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("modules.detail.pool")}</Table.Th>
          <Table.Th>{t("modules.detail.freeIpv4")}</Table.Th>
          <Table.Th>{t("modules.detail.freeIpv6")}</Table.Th>
          <Table.Th>{t("modules.detail.used")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pools.map((pool) => (
          <Table.Tr key={pool.poolId}>
            <Table.Td>{pool.name}</Table.Td>
            <Table.Td data-empty={pool.freeIpv4 === "0" || undefined}>
              {<ShortCount decimal={pool.freeIpv4} />}
            </Table.Td>
            <Table.Td data-empty={pool.freeIpv6 === "0" || undefined}>
              {<ShortCount decimal={pool.freeIpv6} />}
            </Table.Td>
            <Table.Td>{<ShortCount decimal={pool.used} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
