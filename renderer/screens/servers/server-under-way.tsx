import { useTranslation } from "react-i18next";
import type { Action } from "../../../main/contract/shapes/action";
import { useQuery } from "../../hooks/use-query";
import { StepList } from "../../parts/step-list";

interface ServerUnderWayProps {
  readonly moduleId: string;
  readonly serverId: number;
  readonly shownSteps: readonly Action[];
}

/** The steps for this server that have not ended; nothing while there are none. */
export function ServerUnderWay({ moduleId, serverId, shownSteps }: ServerUnderWayProps) {
  const { t } = useTranslation();
  const actions = useQuery("action.list", { state: "unfinished", limit: 200 });
  const steps = (actions.value?.rows ?? []).filter(
    (one) => one.moduleId === moduleId && one.serverId === serverId && !shownSteps.some((shown) => shown.id === one.id),
  );
  if (steps.length === 0) return null;
  return (
    <section className="server-section">
      <h3 className="section-title">{t("servers.underWay")}</h3>
      <StepList steps={steps} label={t("servers.underWay")} />
    </section>
  );
}
