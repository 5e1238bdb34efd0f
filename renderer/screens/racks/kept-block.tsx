import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock } from "../../../main/contract/shapes/rack";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import { BlockHead } from "./block-head";
import { useRackUndo } from "./use-rack-undo";
import { formatDay } from "./use-rack-words";

interface KeptBlockProps {
  readonly rack: Elevation;
  readonly block: RackBlock;
}

/** Units that are kept free, or are the site's own: why, until when, and the way to give them back. */
export function KeptBlock({ rack, block }: KeptBlockProps) {
  const { t } = useTranslation();
  const release = useCommand("rack.release");
  const undo = useRackUndo();
  const mayRelease = useRight("rack.release");
  const { reservationId, until, detail, kind } = block;
  const giveBack = async (id: string): Promise<void> => {
    const result = await release.run({ id });
    if (result.ok) undo.afterRelease(block, rack);
  };
  return (
    <>
      <BlockHead block={block} />
      {block.overlaps ? <WarningLine tone="failed">{t("racks.overlapHint")}</WarningLine> : null}
      <FactTable
        facts={[
          ...(reservationId === null ? [] : [{ label: t("racks.reason"), value: phrase(detail) }]),
          ...(kind === "service-unit"
            ? []
            : [{ label: t("racks.untilLabel"), value: until === "" ? t("racks.noEnd") : formatDay(until) }]),
        ]}
      />
      {reservationId === null ? (
        <WarningLine tone="neutral">{t("racks.ofPanel", { panel: rack.moduleName })}</WarningLine>
      ) : mayRelease ? (
        <div className="rack-pane-tools">
          <Button variant="default" loading={release.isRunning} onClick={() => void giveBack(reservationId)}>
            {t("racks.release")}
          </Button>
        </div>
      ) : null}
      <FaultNotice fault={release.fault} />
    </>
  );
}
