import { Anchor, Button } from "@mantine/core";
import { IconArrowsMove } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock } from "../../../main/contract/shapes/rack";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelButton } from "../../parts/label-button";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { BlockHead } from "./block-head";
import { carriedFrom } from "./rack-column";
import type { PlacingHands } from "./use-placing";
import { useRackUndo } from "./use-rack-undo";

interface PlannedBlockProps {
  readonly rack: Elevation;
  readonly block: RackBlock;
  readonly hands: PlacingHands;
}

/** Equipment that is still to be mounted: it can be moved, or its plan taken back. */
export function PlannedBlock({ rack, block, hands }: PlannedBlockProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const withdrawal = useCommand("rack.withdraw-plan");
  const undo = useRackUndo();
  const carried = carriedFrom(block, rack);
  const mayMove = useRight("rack.plan") && carried !== null;
  const { serviceId, serviceNumber, taskId } = block;
  const withdraw = async (): Promise<void> => {
    if (serviceId === null) return;
    const result = await withdrawal.run({ serviceId });
    if (result.ok) undo.afterWithdrawal(block, rack);
  };
  const link = (text: string, go: () => void) => (
    <Anchor component="button" type="button" size="sm" onClick={go}>
      {text}
    </Anchor>
  );
  return (
    <>
      <BlockHead block={block} />
      {block.overlaps ? <WarningLine tone="failed">{t("racks.overlapHint")}</WarningLine> : null}
      <div className="rack-pane-tools">
        {taskId === null
          ? null
          : link(t("racks.openTask"), () => {
              open("queue", taskId);
            })}
        {serviceId === null
          ? null
          : link(t("racks.openService", { number: serviceNumber ?? "" }), () => {
              open("services", serviceId);
            })}
      </div>
      {taskId === null ? <WarningLine tone="neutral">{t("racks.notMovable")}</WarningLine> : null}
      <div className="rack-pane-tools">
        {mayMove ? (
          <>
            <Button
              leftSection={<IconArrowsMove size="1.1em" aria-hidden />}
              onClick={() => {
                hands.pickUp(carried, rack);
              }}
            >
              {t("racks.move")}
            </Button>
            <Button variant="default" loading={withdrawal.isRunning} onClick={() => void withdraw()}>
              {t("racks.withdraw")}
            </Button>
          </>
        ) : null}
        {serviceId === null ? null : <LabelButton subject={{ kind: "service", serviceId }} />}
      </div>
      <FaultNotice fault={withdrawal.fault} />
    </>
  );
}
