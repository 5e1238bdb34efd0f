import { Button } from "@mantine/core";
import { IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { PageTitle } from "../../parts/page-title";
import { StateBadge, ToneBadge } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";

/** The module's name and state, and whether it takes orders. */
export function ModuleHead({ module }: { readonly module: Module }) {
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
            <StateBadge of="link" state={link?.state ?? "unknown"} />
            {isActive ? null : (
              <ToneBadge look={{ tone: "neutral", icon: IconCircleX }} word={t("modules.notActive")} />
            )}
            <span>{t(`modules.type.${module.type}`)}</span>
          </>
        }
        actions={
          <Button
            variant="default"
            loading={save.isRunning}
            onClick={() =>
              void save.run({ id, revision, name, dataCentreId, departmentId, locationId, sort, isActive: !isActive })
            }
          >
            {t(isActive ? "modules.detail.deactivate" : "modules.detail.activate")}
          </Button>
        }
      />
      <FaultNotice fault={save.fault} />
    </>
  );
}
