import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useQuery, type Query } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { Allowed } from "../../parts/allowed";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { VirtualList } from "../../parts/virtual-list";
import { useConsole } from "../../stores/console-store";
import { ModuleDetail } from "./module-detail";
import { ModuleRowView } from "./module-row";
import { ModuleWizard } from "./module-wizard";

/** The processing modules in the order of their sort, the wizard, and each module's panel. */
export function ModulesScreen() {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {});
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ListDetail
      list={<ModuleList modules={modules} selectedId={selectedId} />}
      detail={selectedId === null ? null : <SelectedModule modules={modules} id={selectedId} />}
      placeholder={<EmptyState icon={IconPlugConnected} title={t("modules.pickTitle")} hint={t("modules.pickHint")} />}
    />
  );
}

function SelectedModule({ modules, id }: { readonly modules: Query<ModuleRow[]>; readonly id: string }) {
  const { t } = useTranslation();
  const mayAdd = useRight("module.add");
  if (id === "new" && mayAdd) return <ModuleWizard />;
  const module = modules.value?.find((one) => one.id === id);
  if (module) return <ModuleDetail key={id} module={module} />;
  return modules.value ? <EmptyState icon={IconPlugConnected} title={t("modules.missing")} /> : <LoadingRows />;
}

interface ModuleListProps {
  readonly modules: Query<ModuleRow[]>;
  readonly selectedId: string | null;
}

function ModuleList({ modules, selectedId }: ModuleListProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const rows = modules.value;
  const addButton = (
    <Button
      variant="default"
      ml="auto"
      leftSection={<IconPlus size="1.1em" aria-hidden />}
      onClick={() => {
        open("modules", "new");
      }}
    >
      {t("modules.add")}
    </Button>
  );
  return (
    <>
      <div className="list-head">
        <span className="quiet">{rows ? t("modules.count", { count: rows.length }) : ""}</span>
        <Allowed to="module.add">{addButton}</Allowed>
      </div>
      <FaultNotice fault={modules.fault} onRetry={modules.reload} />
      {rows === undefined && modules.isLoading ? <LoadingRows /> : null}
      {rows?.length === 0 ? (
        <EmptyState icon={IconPlugConnected} title={t("modules.emptyTitle")} hint={t("modules.emptyHint")} />
      ) : null}
      {rows && rows.length > 0 ? (
        <VirtualList
          label={t("modules.title")}
          lines={2}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(module) => module.id}
          selectedKey={selectedId}
          renderRow={(module) => <ModuleRowView module={module} />}
          onOpen={(module) => {
            open("modules", module.id);
          }}
        />
      ) : null}
    </>
  );
}
