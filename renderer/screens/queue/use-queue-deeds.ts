import { IconArrowBackUp, IconCircleCheck, IconHandGrab } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { CardFields, TaskDetail, TaskRow } from "../../../main/contract/shapes/task";
import { call } from "../../api";
import { useRight } from "../../hooks/use-right";
import type { BulkDeed } from "../../lists/bulk-bar";
import { bulkCall } from "../../lists/bulk-call";
import { runBulk, type BulkItem } from "../../lists/bulk-run";
import type { Marks } from "../../lists/use-marks";
import { usePrintDeed } from "../../lists/use-print-deed";
import { useConsole } from "../../stores/console-store";
import type { Deed } from "../../stores/list-runs";
import { workOf } from "../task/task-work";
import { nameOf } from "./task-columns";

export interface QueueDeeds {
  readonly deeds: readonly BulkDeed[];
  /** Tasks that are to be closed once somebody has said yes; null while nobody was asked. */
  readonly asked: readonly TaskRow[] | null;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** What can be done with the marked tasks. Each deed takes those that it fits; the others stay marked. */
export function useQueueDeeds(marks: Marks<TaskRow>): QueueDeeds {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator);
  const mayWork = useRight("task.accept");
  const [asked, setAsked] = useState<readonly TaskRow[] | null>(null);

  const open = marks.rows.filter(({ state }) => mayWork && state === "open");
  const mine = marks.rows.filter(({ state, performer }) => mayWork && state === "in-work" && performer === operator);
  const closable = mine.filter((task) => workOf(task) !== "steps");
  const print = usePrintDeed(marks.rows.map(({ serviceId }) => ({ kind: "service", serviceId })));

  return {
    asked,
    cancel: () => {
      setAsked(null);
    },
    confirm: () => {
      run("close", asked ?? [], closeOne);
      setAsked(null);
    },
    deeds: [
      {
        id: "accept",
        label: t("lists.bulk.accept"),
        icon: IconHandGrab,
        count: open.length,
        isPrimary: true,
        run: () => {
          run("accept", open, ({ id }) => bulkCall("task.accept", { id }));
        },
      },
      {
        id: "release",
        label: t("lists.bulk.release"),
        icon: IconArrowBackUp,
        count: mine.length,
        run: () => {
          run("release", mine, ({ id, revision }) => bulkCall("task.release", { id, revision }));
        },
      },
      {
        id: "close",
        label: t("lists.bulk.close"),
        icon: IconCircleCheck,
        count: closable.length,
        run: () => {
          setAsked(closable);
        },
      },
      print,
    ],
  };
}

function run(deed: Deed, tasks: readonly TaskRow[], work: (task: TaskRow) => Promise<Fault | null>): void {
  const items: readonly BulkItem[] = tasks.map((task) => ({
    key: task.id,
    title: nameOf(task),
    work: () => work(task),
  }));
  void runBulk("tasks", deed, items);
}

/** A set-up task is closed with its card as it stands, what was typed and not sent yet included. */
async function closeOne({ id, revision, kind }: TaskRow): Promise<Fault | null> {
  if (kind !== "set-up") return bulkCall("task.close", { id, revision });
  const detail = await call("task.get", { id });
  if (!detail.ok) return detail.fault;
  return bulkCall("task.close", { id, revision, card: cardOf(detail.value) });
}

function cardOf({ draft, card }: TaskDetail): CardFields {
  const { url, identifier, username, rack, label } = card;
  return draft?.fields ?? { url, identifier, username, rack, label, password: "" };
}
