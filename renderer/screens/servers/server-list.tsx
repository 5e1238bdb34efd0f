import { IconServer } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MirroredServer } from "../../../main/contract/shapes/mirror";
import { usePages } from "../../hooks/use-pages";
import { ListFrame } from "../../lists/list-frame";
import { NothingMatches } from "../../lists/nothing-matches";
import { rowsOf } from "../../lists/rows-of";
import { useList } from "../../lists/use-list";
import { useMarks } from "../../lists/use-marks";
import { usePrintDeed } from "../../lists/use-print-deed";
import { EmptyState } from "../../parts/empty-state";
import { useConsole } from "../../stores/console-store";
import { CopyAge, CopyNotes, RefreshButton, useCopies } from "./copies";
import { findPanel, type Panel } from "./panels";
import { useServerColumns } from "./server-columns";
import { serverInput, useServerChoices } from "./server-filter";
import { formatServerRoute } from "./server-route";
import { ServerRowView } from "./server-row-view";

const keyOf = (server: MirroredServer): string => formatServerRoute(server);
const renderLines = (server: MirroredServer) => <ServerRowView server={server} />;

interface ServerListProps {
  readonly panels: readonly Panel[];
  readonly selectedKey: string | null;
}

/** The servers of one panel or of all, from the local copies: also of panels that are out of reach. */
export function ServerList({ panels, selectedKey }: ServerListProps) {
  const { t } = useTranslation();
  const list = useList("servers", "servers", useServerColumns());
  const input = useMemo(() => serverInput(list, panels), [list, panels]);
  const pages = usePages("server.list", input);
  const marks = useMarks("servers", { keyOf, readRows: pages.readRows });
  const print = usePrintDeed(marks.rows.map(({ moduleId, serverId }) => ({ kind: "server", moduleId, serverId })));
  const panel = findPanel(panels, list.filters["module"]);
  const copies = useCopies(panel === undefined ? panels : [panel]);
  const answer = pages.firstPage;
  return (
    <ListFrame
      label={t("servers.list")}
      list={list}
      rows={rowsOf(pages)}
      keyOf={keyOf}
      renderLines={renderLines}
      selectedKey={selectedKey}
      onOpen={(server) => {
        useConsole.getState().open("servers", formatServerRoute(server));
      }}
      search={t("servers.search")}
      choices={useServerChoices(panels)}
      beside={<RefreshButton copies={copies} />}
      facts={
        answer ? (
          <>
            {t("servers.total", { count: pages.total })}
            <CopyAge copies={copies} />
          </>
        ) : null
      }
      above={<CopyNotes copies={copies} reason={answer?.reason ?? ""} />}
      exported={{ name: "servers", filter: input }}
      marks={marks}
      deeds={[print]}
      empty={
        list.isFiltered ? (
          <NothingMatches screen="servers" />
        ) : (
          <NoServers isReading={copies.some(({ running }) => running !== null)} />
        )
      }
    />
  );
}

function NoServers({ isReading }: { readonly isReading: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconServer}
      title={t(isReading ? "servers.copies.firstReading" : "servers.none")}
      hint={t(isReading ? "servers.copies.firstReadingHint" : "servers.noneHint")}
    />
  );
}
