import { Switch } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClipboardList } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { PageTitle } from "../../parts/page-title";
import { StateBadge, ToneBadge } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";

/** The module's name, whether its panel is there and its configuration fresh, and the switch for orders. */
export function ModuleHead({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const link = useConsole((state) => state.links.find((one) => one.moduleId === module.id));
  const save = useCommand("module.save");
  const { id, revision, name, dataCentreId, departmentId, locationId, sort, isActive } = module;
  return (
    <>
      <PageTitle
        title={name}
        below={
          <>
            {module.type === "manual" ? (
              <ToneBadge look={{ tone: "neutral", icon: IconClipboardList }} word={t("modules.noPanel")} />
            ) : (
              <>
                <StateBadge of="link" state={link?.state ?? "unknown"} />
                <FreshnessBadge module={module} />
              </>
            )}
            {isActive ? null : (
              <ToneBadge look={{ tone: "neutral", icon: IconCircleX }} word={t("modules.notActive")} />
            )}
            <span>{t(`modules.type.${module.type}`)}</span>
            {module.dialect === "dcimanager5" ? <span>{t("modules.dialect.dcimanager5")}</span> : null}
            <span>{t(`states.productType.${module.productType}`)}</span>
          </>
        }
        actions={
          <Allowed to="module.save">
            <Switch
              label={t("modules.detail.takesOrders")}
              checked={isActive}
              disabled={save.isRunning}
              onChange={() =>
                void save.run({ id, revision, name, dataCentreId, departmentId, locationId, sort, isActive: !isActive })
              }
            />
          </Allowed>
        }
      />
      <FaultNotice fault={save.fault} />
    </>
  );
}

function FreshnessBadge({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  if (module.configurationTakenAt === null) {
    return <ToneBadge look={{ tone: "waiting", icon: IconAlertTriangle }} word={t("modules.configurationNotRead")} />;
  }
  if (module.pendingChanges === 0) {
    return <ToneBadge look={{ tone: "done", icon: IconCircleCheck }} word={t("modules.fresh")} />;
  }
  const look = { tone: "waiting", icon: IconAlertTriangle } as const;
  return <ToneBadge look={look} word={t("modules.stale", { count: module.pendingChanges })} />;
}
