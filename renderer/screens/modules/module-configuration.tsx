import { Anchor, Button, Group, Tabs, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type {
  ConfigurationPart,
  ConfigurationReport,
  ModuleConfiguration,
  ModuleRow,
} from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import type { Query } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { PaneSection } from "../../parts/pane-section";
import { RelativeTime } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { ConfigurationChanges } from "./configuration-changes";
import { ConfigurationFacts } from "./configuration-facts";
import { ConfigurationProgress } from "./configuration-progress";
import "./module-configuration.css";

interface ModuleConfigurationSectionProps {
  readonly module: ModuleRow;
  readonly configuration: Query<CallOutput<"module.configuration">>;
}

/** What was read from the panel, how old it is, what changed since, and "Config" to read it again. */
export function ModuleConfigurationSection({ module, configuration }: ModuleConfigurationSectionProps) {
  const { t } = useTranslation();
  const refresh = useCommand("module.refresh");
  const compare = useCommand("module.compare");
  const report = configuration.value;
  const read = (): void => {
    void refresh.run({ id: module.id }).then(configuration.reload);
  };
  return (
    <PaneSection
      title={t("modules.detail.configuration")}
      aside={
        <Allowed to="module.refresh">
          <Group gap="xs">
            {report ? (
              <Button
                variant="subtle"
                loading={compare.isRunning}
                onClick={() => void compare.run({ id: module.id }).then(configuration.reload)}
              >
                {t("modules.detail.compare")}
              </Button>
            ) : null}
            <Tooltip label={t("modules.detail.configHint")}>
              <Button
                variant="default"
                leftSection={<IconRefresh size="1.1em" aria-hidden />}
                loading={refresh.isRunning}
                onClick={read}
              >
                {t("modules.detail.config")}
              </Button>
            </Tooltip>
          </Group>
        </Allowed>
      }
    >
      <FaultNotice fault={refresh.fault ?? compare.fault ?? configuration.fault} />
      <ConfigurationProgress moduleId={module.id} />
      {report === null ? (
        <WarningLine>{t(`modules.detail.configurationNever.${module.productType}`)}</WarningLine>
      ) : null}
      {report ? (
        <>
          <Freshness report={report} onRead={read} />
          <ConfigurationTabs module={module} facts={report.configuration} />
        </>
      ) : null}
    </PaneSection>
  );
}

interface FreshnessProps {
  readonly report: ConfigurationReport;
  readonly onRead: () => void;
}

function Freshness({ report, onRead }: FreshnessProps) {
  const { t } = useTranslation();
  const { configuration, lastChanges, pendingChanges, checkedAt } = report;
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      {pendingChanges.length > 0 ? (
        <Notice tone="waiting" title={t("modules.detail.staleTitle", { count: pendingChanges.length })}>
          <ConfigurationChanges changes={pendingChanges} />
          <Allowed to="module.refresh">
            <Button variant="default" mt={6} onClick={onRead}>
              {t("modules.detail.readAgain")}
            </Button>
          </Allowed>
        </Notice>
      ) : null}
      <div>
        {t("modules.detail.readAt")} <RelativeTime at={configuration.takenAt} />
        <span className="quiet">
          {" · "}
          {t("modules.detail.comparedAt")} <RelativeTime at={checkedAt} />
          {" · "}
        </span>
        {lastChanges.length === 0 ? (
          <span className="quiet">{t("modules.detail.lastChangedNothing")}</span>
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={isShown}
            onClick={() => {
              setIsShown(!isShown);
            }}
          >
            {t("modules.detail.lastChanged", { count: lastChanges.length })}
          </Anchor>
        )}
      </div>
      {isShown ? <ConfigurationChanges changes={lastChanges} /> : null}
    </>
  );
}

const colocationOrder = ["pools", "racks", "locations", "switches", "pdus", "users", "presets", "osImages"] as const;
const dedicatedOrder = ["presets", "osImages", "locations", "racks", "pools", "switches", "pdus", "users"] as const;

function ConfigurationTabs({ module, facts }: { readonly module: ModuleRow; readonly facts: ModuleConfiguration }) {
  const { t } = useTranslation();
  const order: readonly ConfigurationPart[] = module.productType === "dedicated" ? dedicatedOrder : colocationOrder;
  const parts = order.filter((part) => facts[part].length > 0);
  const hasNoPools = module.type === "dcimanager6-colocation" && facts.pools.length === 0;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = parts.find((part) => part === chosen) ?? parts[0];
  return (
    <>
      {hasNoPools ? <WarningLine>{t("modules.detail.noPools")}</WarningLine> : null}
      {shown === undefined ? <span className="quiet">{t("modules.detail.nothingRead")}</span> : null}
      {shown === undefined ? null : (
        <Tabs className="configuration-tabs" value={shown} onChange={setChosen} keepMounted={false}>
          <Tabs.List aria-label={t("modules.detail.configuration")}>
            {parts.map((part) => (
              <Tabs.Tab key={part} value={part}>
                {t(`modules.part.${part}`)} <span className="quiet">{facts[part].length}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map((part) => (
            <Tabs.Panel key={part} value={part} pt="xs">
              <ConfigurationFacts part={part} facts={facts} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </>
  );
}
