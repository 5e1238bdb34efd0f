import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock } from "../../../main/contract/shapes/rack";
import { WarningLine } from "../../parts/warning-line";
import { Whereabouts } from "../../parts/whereabouts";
import { useConsole } from "../../stores/console-store";
import { formatServerRoute } from "../servers/server-route";
import { BlockHead } from "./block-head";

interface ServerBlockProps {
  readonly rack: Elevation;
  readonly block: RackBlock;
}

/** A server in a rack: the ways to its card and its service, and what it hangs on. */
export function ServerBlock({ rack, block }: ServerBlockProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const { moduleId } = rack;
  const { serverId, serviceId, serviceNumber } = block;
  return (
    <>
      <BlockHead block={block} />
      {block.overlaps ? <WarningLine tone="failed">{t("racks.overlapHint")}</WarningLine> : null}
      <div className="rack-pane-tools">
        {serverId === null ? null : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              open("servers", formatServerRoute({ moduleId, serverId }));
            }}
          >
            {t("racks.openServer")}
          </Anchor>
        )}
        {serviceId === null ? null : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              open("services", serviceId);
            }}
          >
            {t("racks.openService", { number: serviceNumber ?? "" })}
          </Anchor>
        )}
      </div>
      {serverId === null ? null : <Whereabouts of={{ moduleId, serverId }} hasRackLink={false} />}
    </>
  );
}
