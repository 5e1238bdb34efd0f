import { Button, Select, VisuallyHidden } from "@mantine/core";
import { IconServer } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { ListDetail } from "../../parts/list-detail";
import { LoadingRows } from "../../parts/loading-rows";
import { useRelativeWords } from "../../parts/relative-time";
import { SearchField } from "../../parts/search-field";
import { VirtualList } from "../../parts/virtual-list";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { findPanel, panelsOf } from "./panels";
import { ServerPanel } from "./server-panel";
import { ServerRowView } from "./server-row-view";
import { formatServerRoute, parseServerRoute } from "./server-route";

/** The servers of one panel: where they are, whether they are on, whose they are. */
export function ServersScreen() {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {});
  const open = useConsole((state) => state.open);
  const selected = parseServerRoute(useConsole((state) => state.route.id));
  const wantedModuleId = useConsole((state) => state.filters.servers?.["module"]);
  const panels = modules.value ? panelsOf(modules.value) : undefined;
  if (panels?.length === 0) {
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
  const shown = findPanel(panels ?? [], selected?.moduleId ?? wantedModuleId) ?? panels?.[0];
  if (!shown) return modules.fault ? <FaultNotice fault={modules.fault} onRetry={modules.reload} /> : <LoadingRows />;
  const choices = (panels ?? []).map((panel) => ({ value: panel.moduleId, label: panel.name }));
  return (
    <>
      <VisuallyHidden component="h1">{t("servers.title")}</VisuallyHidden>
      <ListDetail
        list={
          <ServerList
            key={shown.moduleId}
            moduleId={shown.moduleId}
            panels={choices}
            selectedId={selected?.serverId ?? null}
          />
        }
        detail={
          selected === null ? null : (
            <div className="pane" key={formatServerRoute(selected)}>
              <BackButton />
              <ServerPanel moduleId={selected.moduleId} serverId={selected.serverId} customerEmail="" />
            </div>
          )
        }
        placeholder={<EmptyState icon={IconServer} title={t("servers.choose")} hint={t("servers.chooseHint")} />}
      />
    </>
  );
}

interface ServerListProps {
  readonly moduleId: string;
  readonly panels: readonly { readonly value: string; readonly label: string }[];
  readonly selectedId: number | null;
}

function ServerList({ moduleId, panels, selectedId }: ServerListProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const { open, setFilter } = useConsole.getState();
  const search = useConsole((state) => state.filters.servers?.["search"] ?? "");
  const servers = usePages("server.list", { moduleId, search });
  const answer = servers.firstPage;
  const changeSearch = useCallback(
    (text: string) => {
      setFilter("servers", "search", text);
    },
    [setFilter],
  );
  return (
    <>
      <div className="list-head">
        <SearchField value={search} placeholder={t("servers.search")} onSearch={changeSearch} />
        <Select
          w={230}
          aria-label={t("servers.module")}
          allowDeselect={false}
          value={moduleId}
          data={[...panels]}
          onChange={(value) => {
            setFilter("servers", "module", value ?? "");
            open("servers");
          }}
        />
      </div>
      <div className="list-count quiet">
        {t("servers.total", { count: servers.total })}
        {answer && !answer.isLive ? (
          <WarningLine>
            {t("servers.lastKnown")}, {words(answer.takenAt)}
          </WarningLine>
        ) : null}
      </div>
      <FaultNotice fault={servers.fault} onRetry={servers.reload} />
      <div className="list-body">
        {answer === undefined && !servers.fault ? <LoadingRows count={10} /> : null}
        {answer && servers.total === 0 ? (
          <EmptyState icon={IconServer} title={t("servers.empty")} hint={t("servers.emptyHint")} />
        ) : null}
        {servers.total > 0 ? (
          <VirtualList
            label={t("servers.list")}
            count={servers.total}
            rowAt={servers.rowAt}
            keyOf={(row) => String(row.serverId)}
            lines={2}
            renderRow={(row) => <ServerRowView server={row} />}
            selectedKey={selectedId === null ? null : String(selectedId)}
            onOpen={(row) => {
              open("servers", formatServerRoute({ moduleId, serverId: row.serverId }));
            }}
            onRange={servers.onRange}
          />
        ) : null}
      </div>
    </>
  );
}
