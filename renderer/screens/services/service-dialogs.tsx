import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { ReasonDialog } from "../../parts/reason-dialog";
import { useConsole } from "../../stores/console-store";
import type { WithdrawableState } from "./service-life";
import { useClosePlan, useSuspendConsequences } from "./service-consequences";
import { useServiceName } from "./use-service-name";

interface ServiceDialogProps {
  readonly isOpen: boolean;
  readonly service: ServiceRow;
  readonly onEnd: () => void;
}

/** Asks before the server is taken off the network. */
export function SuspendServiceDialog({
  isOpen,
  service,
  onEnd,
  onSent,
}: ServiceDialogProps & { readonly onSent: (receipt: CallOutput<"service.suspend">) => void }) {
  const { t } = useTranslation();
  const name = useServiceName(service);
  const consequences = useSuspendConsequences(service);
  const suspend = useCommand("service.suspend");
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("services.suspendDialog.title", { name })}
      consequences={consequences}
      confirmLabel={t("services.action.suspend")}
      isRunning={suspend.isRunning}
      fault={suspend.fault}
      onCancel={onEnd}
      onConfirm={() => {
        void suspend.run({ id: service.id, revision: service.revision }).then((result) => {
          if (!result.ok) return;
          onSent(result.value);
          onEnd();
        });
      }}
    />
  );
}

/** Names everything that closing will do, and creates the task for it. */
export function CloseServiceDialog({ isOpen, service, onEnd }: ServiceDialogProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const name = useServiceName(service);
  const plan = useClosePlan(service);
  const close = useCommand("service.close");
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t("services.closeDialog.title", { name })}
      explanation={plan.explanation}
      consequences={plan.consequences}
      confirmLabel={plan.confirmLabel}
      isOptional
      isRunning={close.isRunning}
      fault={close.fault}
      onCancel={onEnd}
      onConfirm={(reason) => {
        void close.run({ id: service.id, revision: service.revision, reason }).then((result) => {
          if (!result.ok) return;
          onEnd();
          open("queue", result.value.taskId);
        });
      }}
    />
  );
}

interface WithdrawDialogProps extends ServiceDialogProps {
  readonly from: WithdrawableState;
}

/** Withdraws an order, or what nobody has carried out yet, with a reason that the journal keeps. */
export function WithdrawDialog({ isOpen, service, from, onEnd }: WithdrawDialogProps) {
  const { t } = useTranslation();
  const name = useServiceName(service);
  const cancel = useCommand("order.cancel");
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t(`services.withdraw.${from}.title`, { name })}
      explanation={t(`services.withdraw.${from}.explanation`)}
      confirmLabel={t(`services.withdraw.${from}.action`)}
      isRunning={cancel.isRunning}
      fault={cancel.fault}
      onCancel={onEnd}
      onConfirm={(reason) => {
        void cancel.run({ serviceId: service.id, reason }).then((result) => {
          if (result.ok) onEnd();
        });
      }}
    />
  );
}
