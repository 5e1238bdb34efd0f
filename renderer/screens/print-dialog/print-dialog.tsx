import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelKind, LabelSubject } from "../../../main/contract/shapes/label";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { useConsole } from "../../stores/console-store";
import { kindsAmong, labelKindOf } from "./label-kind-of";
import { PrintChoices } from "./print-choices";
import { PrintProgress } from "./print-progress";
import "./print-dialog.css";

/** Prints labels from anywhere in the window: choices and preview, then how it goes. */
export function PrintDialog() {
  const { t } = useTranslation();
  const asked = useConsole((state) => state.printAsked);
  const askToPrint = useConsole((state) => state.askToPrint);
  return (
    <Modal
      opened={asked !== null}
      size="56rem"
      title={t("printing.title")}
      onClose={() => {
        askToPrint(null);
      }}
    >
      {asked === null ? null : <PrintSteps asked={asked} />}
    </Modal>
  );
}

/** Kinds are printed one after the other, because each has templates of its own. */
function PrintSteps({ asked }: { readonly asked: readonly LabelSubject[] }) {
  const { askToPrint } = useConsole.getState();
  const [kind, setKind] = useState<LabelKind>(() => kindsAmong(asked)[0] ?? "text");
  const [job, setJob] = useState<PrintJob | null>(null);
  if (job === null) return <PrintChoices asked={asked} kind={kind} onKind={setKind} onStarted={setJob} />;
  const rest = asked.filter((subject) => labelKindOf(subject) !== kind);
  return (
    <PrintProgress
      job={job}
      rest={rest.length}
      onNext={() => {
        if (rest.length === 0) {
          askToPrint(null);
          return;
        }
        setKind(kindsAmong(rest)[0] ?? "text");
        setJob(null);
        askToPrint(rest);
      }}
    />
  );
}
