import { Button, VisuallyHidden } from "@mantine/core";
import { IconServer } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { useConsole } from "../../stores/console-store";
import { findPanel, panelsOf } from "./panels";
import { ServerList } from "./server-list";
import { ServerPanel } from "./server-panel";
import { formatServerRoute, parseServerRoute } from "./server-route";

/** The servers of all panels: where they are, whether they are on, whose they are. */
export function ServersScreen() {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {});
  const open = useConsole((state) => state.open);
  const selected = parseServerRoute(useConsole((state) => state.route.id));
  const panels = useMemo(() => (modules.value ? panelsOf(modules.value) : undefined), [modules.value]);
  if (panels === undefined) {
    return modules.fault ? <FaultNotice fault={modules.fault} onRetry={modules.reload} /> : <LoadingRows />;
  }
  if (panels.length === 0) {
    return (
      <EmptyState icon={IconServer} title={t("servers.noModules")} hint={t("servers.noModulesHint")}>
        <Allowed to="module.add">
          <Button
            mt="xs"
            onClick={() => {
              open("modules", "new");
            }}
          >
            {t("servers.connect")}
          </Button>
        </Allowed>
      </EmptyState>
    );
  }
  // Rows stand under the first module of their panel; a link may name another one.
  const listedUnder = findPanel(panels, selected?.moduleId)?.moduleId ?? selected?.moduleId;
  const selectedKey =
    selected === null ? null : formatServerRoute({ moduleId: listedUnder ?? "", serverId: selected.serverId });
  return (
    <>
      <VisuallyHidden component="h1">{t("servers.title")}</VisuallyHidden>
      <ListDetail
        list={<ServerList panels={panels} selectedKey={selectedKey} />}
        detail={
          selected === null ? null : (
            <div className="pane" key={formatServerRoute(selected)}>
              <BackButton />
              <ServerPanel moduleId={selected.moduleId} serverId={selected.serverId} customerEmail="" />
            </div>
          )
        }
      />
    </>
  );
}
