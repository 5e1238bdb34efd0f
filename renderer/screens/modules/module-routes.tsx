import { Button, Group } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { RelativeTime } from "../../parts/relative-time";
import { RouteOverridesDialog } from "./route-overrides-dialog";
import { suggestedRoutes, withoutOverride, withSuggestions } from "./route-overrides";
import { RouteTable } from "./route-table";

type RouteReport = CallOutput<"module.check-routes">;

/** Whether the panel has the routes that Rackside uses, held against what the panel tells of itself. */
export function ModuleRoutes({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const check = useCommand("module.check-routes");
  const [report, setReport] = useState<RouteReport | null>(null);
  const [wanted, setWanted] = useState<Readonly<Record<string, string>> | null>(null);
  const look = async (): Promise<void> => {
    const result = await check.run({ id: module.id });
    if (result.ok) setReport(result.value);
  };
  const overridden = Object.keys(module.routeOverrides).length;
  return (
    <PaneSection
      title={t("modules.routes.title")}
      aside={
        <Button
          variant="default"
          leftSection={<IconListSearch size="1.1em" aria-hidden />}
          loading={check.isRunning}
          onClick={() => void look()}
        >
          {t("modules.routes.check")}
        </Button>
      }
    >
      <FaultNotice fault={check.fault} />
      {report === null ? (
        <span className="quiet">
          {t("modules.routes.notChecked")}{" "}
          {overridden > 0 ? t("modules.routes.overriddenCount", { count: overridden }) : ""}
        </span>
      ) : (
        <CheckedRoutes
          report={report}
          onTakeOver={() => {
            setWanted(withSuggestions(module.routeOverrides, report.routes));
          }}
          onReset={(name) => {
            setWanted(withoutOverride(module.routeOverrides, name));
          }}
        />
      )}
      <RouteOverridesDialog
        module={module}
        overrides={wanted}
        onEnd={(isSaved) => {
          setWanted(null);
          if (isSaved) void look();
        }}
      />
    </PaneSection>
  );
}

interface CheckedRoutesProps {
  readonly report: RouteReport;
  readonly onTakeOver: () => void;
  readonly onReset: (name: string) => void;
}

function CheckedRoutes({ report, onTakeOver, onReset }: CheckedRoutesProps) {
  const { t } = useTranslation();
  const { routes, source, checkedAt } = report;
  const found = routes.filter((route) => route.state === "found").length;
  const suggested = suggestedRoutes(routes);
  return (
    <>
      <div>
        {t("modules.routes.foundOf", { found, total: routes.length })}{" "}
        <span className="quiet">
          · {source === "" ? t("modules.routes.noSource") : source} · <RelativeTime at={checkedAt} />
        </span>
      </div>
      {suggested.length > 0 ? (
        <Group gap="xs">
          <span>{t("modules.routes.suggestions", { count: suggested.length })}</span>
          <Button variant="default" onClick={onTakeOver}>
            {t("modules.routes.takeOver")}
          </Button>
        </Group>
      ) : null}
      <RouteTable routes={routes} onReset={onReset} />
    </>
  );
}
