import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { ListedAction } from "../../../main/contract/shapes/action";
import { useRight } from "../../hooks/use-right";
import type { BulkDeed } from "../../lists/bulk-bar";
import { bulkCall } from "../../lists/bulk-call";
import { runBulk } from "../../lists/bulk-run";
import type { Marks } from "../../lists/use-marks";
import type { Deed } from "../../stores/list-runs";
import { phrase } from "../../text/phrase";
import { isOver } from "./is-over";

export interface StepDeeds {
  readonly deeds: readonly BulkDeed[];
  /** Steps that are to be given up once somebody has said why; null while nobody was asked. */
  readonly asked: readonly ListedAction[] | null;
  readonly confirm: (reason: string) => void;
  readonly cancel: () => void;
}

/** What can be decided about the marked steps. Each deed takes those that it fits; the others stay marked. */
export function useStepDeeds(marks: Marks<ListedAction>): StepDeeds {
  const { t } = useTranslation();
  const mayDecide = useRight("action.retry");
  const [asked, setAsked] = useState<readonly ListedAction[] | null>(null);
  const open = mayDecide ? marks.rows.filter((step) => !isOver(step)) : [];
  const deed = (
    id: Exclude<Deed, "accept" | "release" | "close" | "discard">,
    label: string,
    icon: BulkDeed["icon"],
    steps: readonly ListedAction[],
    work: (step: ListedAction) => Promise<Fault | null>,
  ): BulkDeed => ({
    id,
    label,
    icon,
    count: steps.length,
    run: () => {
      run(id, steps, work);
    },
  });
  return {
    asked,
    cancel: () => {
      setAsked(null);
    },
    confirm: (reason) => {
      run("discard", asked ?? [], ({ id }) => bulkCall("action.discard", { id, reason }));
      setAsked(null);
    },
    deeds: [
      deed("retry", t("parts.retry"), IconRefresh, open.filter(canRetry), ({ id }) => bulkCall("action.retry", { id })),
      deed("hold", t("parts.hold"), IconPlayerPause, open.filter(canHold), ({ id }) => bulkCall("action.hold", { id })),
      deed("resume", t("parts.release"), IconPlayerPlay, open.filter(isHeld), ({ id }) =>
        bulkCall("action.release-hold", { id }),
      ),
      {
        id: "discard",
        label: t("parts.discard"),
        icon: IconX,
        count: open.length,
        run: () => {
          setAsked(open);
        },
      },
    ],
  };
}

/** A conflict is decided field by field: trying again would overwrite what nobody looked at. */
function canRetry({ state, heldBy, trouble }: ListedAction): boolean {
  if (state === "needs-attention") return trouble?.kind !== "conflict";
  return (state === "waiting" || state === "uncertain") && heldBy === null;
}

function canHold({ state, heldBy }: ListedAction): boolean {
  return (state === "waiting" || state === "uncertain") && heldBy === null;
}

function isHeld({ heldBy }: ListedAction): boolean {
  return heldBy !== null;
}

function run(deed: Deed, steps: readonly ListedAction[], work: (step: ListedAction) => Promise<Fault | null>): void {
  const items = steps.map((step) => ({ key: step.id, title: titleOf(step), work: () => work(step) }));
  void runBulk("steps", deed, items);
}

function titleOf({ summary, moduleName, serverId }: ListedAction): string {
  return [phrase(summary), moduleName, ...(serverId === null ? [] : [String(serverId)])].join(" · ");
}
