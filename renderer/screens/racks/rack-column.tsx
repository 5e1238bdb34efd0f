import { ActionIcon, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { memo, useCallback, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackBlock, RackFace } from "../../../main/contract/shapes/rack";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelIconButton } from "../../parts/label-button";
import { LoadingRows } from "../../parts/loading-rows";
import type { RackRoute } from "../../parts/rack-route";
import { RelativeTime } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import type { Carried, Placing } from "./placing";
import { RackElevation, type Spot } from "./rack-elevation";
import { topOf, type FaceEntry } from "./rack-layout";
import { roomOf } from "./rack-rows";
import { unitAtPointer } from "./unit-at-pointer";
import type { PlacingHands } from "./use-placing";

export interface RackColumnProps {
  readonly moduleId: string;
  readonly rackId: number;
  readonly faces: readonly RackFace[];
  readonly isCurrent: boolean;
  readonly selected: Spot | null;
  readonly placing: Placing | null;
  readonly hands: PlacingHands;
  /** Null shows the rack itself in the pane. */
  readonly onSelect: (rack: RackRoute, spot: Spot | null) => void;
  readonly onHold: (carried: Carried, grip: number, event: PointerEvent) => void;
  /** Null where no other rack is shown. */
  readonly onClose: ((rack: RackRoute) => void) | null;
}

/** One of the racks side by side. */
export const RackColumn = memo(function RackColumn(props: RackColumnProps) {
  const { moduleId, rackId } = props;
  const elevation = useQuery("rack.elevation", { moduleId, rackId });
  return (
    <section className="rack-column" data-current={props.isCurrent || undefined} aria-busy={elevation.isLoading}>
      {elevation.value ? (
        <RackContent {...props} rack={elevation.value} />
      ) : elevation.fault ? null : (
        <LoadingRows count={12} />
      )}
      <FaultNotice fault={elevation.fault} onRetry={elevation.reload} />
    </section>
  );
});

function RackContent({ rack, ...props }: RackColumnProps & { readonly rack: Elevation }) {
  const { moduleId, rackId, faces, selected, placing, hands, onSelect, onHold } = props;
  const mayPlan = useRight("rack.plan");
  const select = useCallback(
    (face: RackFace, { key }: FaceEntry) => {
      onSelect({ moduleId, rackId }, { face, key });
    },
    [onSelect, moduleId, rackId],
  );
  const hold = useCallback(
    (block: RackBlock, event: PointerEvent) => {
      const carried = carriedFrom(block, { moduleId, rackId });
      const unit = unitAtPointer(event)?.unit ?? topOf(block);
      if (carried) onHold(carried, topOf(block) - unit, event);
    },
    [onHold, moduleId, rackId],
  );
  return (
    <>
      <RackHead {...props} rack={rack} />
      <RackElevation
        rack={rack}
        faces={faces}
        selected={selected}
        onSelect={select}
        onHold={mayPlan ? hold : undefined}
        placing={placing}
        hands={hands}
      />
    </>
  );
}

function RackHead({ rack, moduleId, rackId, onSelect, onClose }: RackColumnProps & { readonly rack: Elevation }) {
  const { t } = useTranslation();
  return (
    <header className="rack-head">
      <div className="rack-head-line">
        <h2 className="rack-name">
          <button
            type="button"
            onClick={() => {
              onSelect({ moduleId, rackId }, null);
            }}
          >
            {rack.name}
          </button>
        </h2>
        <span className="quiet one-line">{roomOf(rack)}</span>
        <span className="rack-head-tools">
          <LabelIconButton label={t("labels.print")} subjects={[{ kind: "rack", moduleId, rackId }]} />
          {onClose === null ? null : (
            <Tooltip label={t("racks.takeAway", { rack: rack.name })}>
              <ActionIcon
                aria-label={t("racks.takeAway", { rack: rack.name })}
                onClick={() => {
                  onClose({ moduleId, rackId });
                }}
              >
                <IconX size="1.1em" aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      <div className="quiet rack-head-small">
        {t("racks.freeUnits", { units: rack.use.free, run: rack.use.longestFreeRun })} ·{" "}
        {rack.isLive ? null : `${t("servers.lastKnown")}, `}
        <RelativeTime at={rack.takenAt} />
      </div>
      {rack.isLive || rack.reason === "" ? null : <WarningLine>{phrase(rack.reason)}</WarningLine>}
    </header>
  );
}

/** A planned block as something that can be moved; null for what cannot. */
export function carriedFrom(block: RackBlock, { moduleId, rackId }: RackRoute): Carried | null {
  const { serviceId, taskId, title, bottom, height, faces } = block;
  if (block.kind !== "planned" || serviceId === null || taskId === null) return null;
  return { moduleId, serviceId, title, height, faces, from: { moduleId, rackId, units: { bottom, height } } };
}
