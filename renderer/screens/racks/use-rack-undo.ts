import { useTranslation } from "react-i18next";
import type { RackBlock, UnitRun } from "../../../main/contract/shapes/rack";
import { call } from "../../api";
import { useUndoToast } from "../../parts/undo-toast";
import type { RackRoute } from "../../parts/rack-route";
import type { Carried } from "./placing";
import { phrase } from "../../text/phrase";
import { useRackWords } from "./use-rack-words";

interface Planned {
  readonly rack: string;
  readonly units: UnitRun;
  /** Why the card did not follow; empty when it did. */
  readonly remark: string;
}

interface RackUndo {
  readonly afterPlan: (carried: Carried, to: Planned) => void;
  readonly afterWithdrawal: (block: RackBlock, from: RackRoute) => void;
  readonly afterRelease: (block: RackBlock, from: RackRoute) => void;
}

/** Says what was changed in a rack, and offers to take it back: each deed has a call that undoes it. */
export function useRackUndo(): RackUndo {
  const { t } = useTranslation();
  const words = useRackWords();
  const offerUndo = useUndoToast();
  return {
    afterPlan: ({ serviceId, title, from, faces }, { rack, units, remark }) => {
      const said = t("racks.planned", { title, rack, units: words.units(units) });
      offerUndo(remark === "" ? said : `${said} ${phrase(remark)}`, () =>
        from === null
          ? call("rack.withdraw-plan", { serviceId })
          : call("rack.plan", { serviceId, ...from, faces: [...faces] }),
      );
    },
    afterWithdrawal: ({ serviceId, title, faces, bottom, height }, { moduleId, rackId }) => {
      if (serviceId === null) return;
      offerUndo(t("racks.withdrawn", { title }), () =>
        call("rack.plan", { serviceId, moduleId, rackId, units: { bottom, height }, faces: [...faces] }),
      );
    },
    afterRelease: (block, { moduleId, rackId }) => {
      const { bottom, height, faces, until, kind } = block;
      offerUndo(t("racks.released", { units: words.units(block) }), () =>
        call("rack.reserve", {
          moduleId,
          rackId,
          units: { bottom, height },
          faces: [...faces],
          kind: kind === "service-unit" ? "service-unit" : "reserved",
          reason: block.detail,
          until: until === "" ? null : until,
        }),
      );
    },
  };
}
