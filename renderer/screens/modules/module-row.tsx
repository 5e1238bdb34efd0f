import { IconAlertTriangle, IconClipboardList } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useQuery } from "../../hooks/use-query";
import { ListRow } from "../../parts/list-row";
import { useRelativeWords } from "../../parts/relative-time";
import { StateIcon } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";
import { nameOf } from "./directory-names";
import "./module-row.css";

/** A module in the list: is its panel reachable, what is sold through it, is what is known of it fresh. */
export function ModuleRowView({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const link = useConsole((state) => state.links.find((one) => one.moduleId === module.id));
  const dataCentres = useQuery("data-centre.list", {});
  const about = [
    t(`modules.type.${module.type}`),
    t(`modules.shortProduct.${module.productType}`),
    nameOf(dataCentres.value, module.dataCentreId),
  ];
  return (
    <div className="module-row" data-off={!module.isActive || undefined}>
      <ListRow
        mark={
          module.type === "manual" ? (
            <span className="state-icon" data-tone="neutral" title={t("modules.noPanel")}>
              <IconClipboardList size="1.25em" role="img" aria-label={t("modules.noPanel")} />
            </span>
          ) : (
            <StateIcon of="link" state={link?.state ?? "unknown"} />
          )
        }
        title={module.name}
        aside={t("modules.sort", { sort: module.sort })}
        below={about.filter((words) => words !== "").join(" · ")}
        belowAside={<ModuleCondition module={module} />}
      />
    </div>
  );
}

/** The one thing to know of it first: switched off, stale, or how old its configuration is. */
function ModuleCondition({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { configurationTakenAt, pendingChanges, isActive, type } = module;
  if (!isActive) return <strong>{t("modules.notActive")}</strong>;
  if (type === "manual") return null;
  if (pendingChanges > 0) {
    return (
      <span className="module-stale" data-tone="waiting">
        <IconAlertTriangle size="1.1em" aria-hidden />
        {t("modules.stale", { count: pendingChanges })}
      </span>
    );
  }
  if (configurationTakenAt === null) return t("modules.configurationNotRead");
  return t("modules.configurationRead", { when: words(configurationTakenAt) });
}
