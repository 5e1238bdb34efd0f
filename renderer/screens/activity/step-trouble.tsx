import { useTranslation } from "react-i18next";
import type { ActionTrouble } from "../../../main/contract/shapes/action";
import { ConflictChooser } from "../../parts/conflict-chooser";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";
import "./activity.css";

interface StepTroubleProps {
  readonly stepId: string;
  readonly trouble: ActionTrouble;
}

/** Why a step is not done: in words, in the panel's words, and for a conflict with the values to choose from. */
export function StepTrouble({ stepId, trouble }: StepTroubleProps) {
  const { t } = useTranslation();
  return (
    <div className="activity-trouble">
      <WarningLine tone="failed">
        <strong>{t(`activity.trouble.${trouble.kind}`)}</strong>
      </WarningLine>
      {trouble.message === "" ? null : <div>{phrase(trouble.message)}</div>}
      {trouble.differences.length === 0 ? null : <ConflictChooser stepId={stepId} differences={trouble.differences} />}
      <div className="quiet">{t(`activity.advice.${trouble.kind}`)}</div>
    </div>
  );
}
