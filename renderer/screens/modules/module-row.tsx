import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useQuery } from "../../hooks/use-query";
import { ListRow } from "../../parts/list-row";
import { useRelativeWords } from "../../parts/relative-time";
import { StateIcon } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";
import { nameOf } from "./directory-names";

/** A module in the list: is its panel reachable, whose tasks are they, how old is what is known of it. */
export function ModuleRow({ module }: { readonly module: Module }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const link = useConsole((state) => state.links.find((one) => one.moduleId === module.id));
  const dataCentres = useQuery("data-centre.list", {});
  const departments = useQuery("department.list", {});
  const place = [nameOf(dataCentres.value, module.dataCentreId), nameOf(departments.value, module.departmentId)];
  const { configurationTakenAt } = module;
  return (
    <ListRow
      mark={<StateIcon of="link" state={link?.state ?? "unknown"} />}
      title={module.name}
      aside={t("modules.sort", { sort: module.sort })}
      below={place.filter((name) => name !== "").join(" · ")}
      belowAside={
        !module.isActive
          ? t("modules.notActive")
          : configurationTakenAt === null
            ? t("modules.configurationNotRead")
            : t("modules.configurationRead", { when: words(configurationTakenAt) })
      }
    />
  );
}
