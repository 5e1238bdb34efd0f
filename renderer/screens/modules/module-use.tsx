import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useQuery } from "../../hooks/use-query";
import { FactTable } from "../../parts/fact-table";
import { PaneSection } from "../../parts/pane-section";
import { useConsole } from "../../stores/console-store";
import { nameOf } from "./directory-names";

const mostNamed = 12;

/** Who uses the module: the tariffs that name it, the services on it, and the department that gets its tasks. */
export function ModuleUse({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const tariffs = useQuery("tariff.list", {});
  const departments = useQuery("department.list", {});
  const naming = (tariffs.value ?? []).filter((tariff) => tariff.moduleIds.includes(module.id));
  return (
    <PaneSection title={t("modules.detail.use")}>
      <FactTable
        facts={[
          {
            label: t("modules.detail.tariffs"),
            value:
              naming.length === 0 ? null : (
                <span className="module-use">
                  {naming.slice(0, mostNamed).map((tariff) => (
                    <Anchor
                      key={tariff.id}
                      component="button"
                      type="button"
                      size="sm"
                      onClick={() => {
                        open("tariffs", tariff.id);
                      }}
                    >
                      {tariff.name}
                    </Anchor>
                  ))}
                  {naming.length > mostNamed ? (
                    <span className="quiet">{t("modules.detail.more", { count: naming.length - mostNamed })}</span>
                  ) : null}
                </span>
              ),
            missing: t("modules.detail.noTariffs"),
          },
          {
            label: t("modules.detail.services"),
            value: module.serviceCount === 0 ? null : t("modules.detail.serviceCount", { count: module.serviceCount }),
            missing: t("modules.detail.noServices"),
          },
          { label: t("modules.field.department"), value: nameOf(departments.value, module.departmentId) },
        ]}
      />
    </PaneSection>
  );
}
