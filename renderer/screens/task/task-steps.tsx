import { useTranslation } from "react-i18next";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { StepList } from "../../parts/step-list";

interface TaskStepsProps {
  readonly detail: TaskDetail;
  /** False where the foot of the page decides about all of them together. */
  readonly mayDecide?: boolean;
}

/** The steps of a task under their heading; nothing while there are none. */
export function TaskSteps({ detail, mayDecide = true }: TaskStepsProps) {
  const { t } = useTranslation();
  if (detail.steps.length === 0) return null;
  return (
    <section className="task-section">
      <h2 className="section-title">{t("task.stepsOfService")}</h2>
      <StepList steps={detail.steps} mayDecide={mayDecide} />
    </section>
  );
}
