import { IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../main/contract/shapes/label";
import { useRight } from "../hooks/use-right";
import { useConsole } from "../stores/console-store";
import type { BulkDeed } from "./bulk-bar";

/** Prints the labels of the marked rows; what stands in several of them has one label. */
export function usePrintDeed(subjects: readonly LabelSubject[]): BulkDeed {
  const { t } = useTranslation();
  const askToPrint = useConsole((state) => state.askToPrint);
  const mayPrint = useRight("print.start");
  const different = [...new Map(subjects.map((subject) => [JSON.stringify(subject), subject])).values()];
  return {
    id: "print",
    label: t("lists.bulk.print"),
    icon: IconTag,
    count: mayPrint ? different.length : 0,
    run: () => {
      askToPrint(different);
    },
  };
}
