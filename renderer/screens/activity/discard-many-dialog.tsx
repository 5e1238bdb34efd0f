import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../../parts/reason-dialog";
import { phrase } from "../../text/phrase";
import type { StepDeeds } from "./use-step-deeds";

const mostNamed = 5;

/** Giving up cannot be taken back: it names what will not be carried out, and asks for one reason for all of it. */
export function DiscardManyDialog({ asked, confirm, cancel }: StepDeeds) {
  const { t } = useTranslation();
  const steps = asked ?? [];
  const names = steps.map(({ summary, moduleName }) => `${phrase(summary)} · ${moduleName}`);
  const named = [...new Set(names)].slice(0, mostNamed);
  const more = steps.length - names.filter((name) => named.includes(name)).length;
  return (
    <ReasonDialog
      isOpen={asked !== null}
      title={t("activity.discardMany.title", { count: steps.length })}
      explanation={t("activity.discardMany.explanation")}
      consequences={[...named, ...(more > 0 ? [t("activity.discardMany.more", { count: more })] : [])]}
      confirmLabel={t("activity.discardMany.confirm", { count: steps.length })}
      isRunning={false}
      fault={null}
      onConfirm={confirm}
      onCancel={cancel}
    />
  );
}
