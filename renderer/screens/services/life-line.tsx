import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ServiceState } from "../../../main/contract/shapes/service";
import { stateLooks } from "../../parts/state-tone";
import "./life-line.css";
import { serviceLife } from "./service-life";

interface LifeLineProps {
  readonly state: ServiceState;
  readonly wasActivated: boolean;
}

/** From order to end, with where the service is now and what that means. */
export function LifeLine({ state, wasActivated }: LifeLineProps) {
  const { t } = useTranslation();
  const look = stateLooks.service[state];
  const Icon = look.icon;
  const meaning = state === "closed" && !wasActivated ? "withdrawn" : state;
  return (
    <div>
      <ol className="life-line" aria-label={t("services.life")}>
        {serviceLife(state, wasActivated).map((stage) => (
          <li
            key={stage.state}
            className="life-stage"
            data-position={stage.position}
            aria-current={stage.position === "now" ? "step" : undefined}
          >
            <span className="life-mark" {...(stage.position === "now" ? { "data-tone": look.tone } : {})}>
              {stage.position === "now" ? <Icon size="1.15em" aria-hidden /> : null}
              {stage.position === "past" ? <IconCheck size="0.9em" stroke={3} aria-hidden /> : null}
            </span>
            <span className="life-word">{t(`states.service.${stage.state}`)}</span>
          </li>
        ))}
      </ol>
      <div className="quiet">{t(`services.nowAt.${meaning}`)}</div>
    </div>
  );
}
