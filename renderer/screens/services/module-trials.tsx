import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ModuleTrial } from "../../../main/contract/shapes/service";
import { ToneBadge } from "../../parts/state-badge";
import { phrase } from "../../text/phrase";
import "./service-pane.css";

/** Which modules were weighed, in the order of their sort, and why each was chosen or passed over. */
export function ModuleTrials({ trials }: { readonly trials: readonly ModuleTrial[] }) {
  const { t } = useTranslation();
  return (
    <ul className="trial-list">
      {trials.map((trial) => (
        <li key={trial.moduleId} className="trial-item">
          <div className="trial-head">
            <span>{trial.moduleName}</span>
            {trial.isChosen ? (
              <ToneBadge look={{ tone: "done", icon: IconCircleCheck }} word={t("orders.module.chosen")} />
            ) : (
              <ToneBadge look={{ tone: "neutral", icon: IconCircleX }} word={t("orders.module.passedOver")} />
            )}
          </div>
          {trial.remarks.map((remark) => (
            <div key={remark} className="quiet">
              {phrase(remark)}
            </div>
          ))}
          {trial.isChosen && trial.remarks.length === 0 ? (
            <div className="quiet">{t("orders.module.nothingAgainst")}</div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
