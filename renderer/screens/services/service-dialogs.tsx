import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { ReasonDialog } from "../../parts/reason-dialog";
import { useConsole } from "../../stores/console-store";
import { useServiceName } from "./use-service-name";

interface ServiceDialogProps {
  readonly isOpen: boolean;
  readonly service: ServiceRow;
  readonly onEnd: () => void;
}

/** Asks before the switch ports are shut. */
export function SuspendServiceDialog({
  isOpen,
  service,
  onEnd,
  onSent,
}: ServiceDialogProps & { readonly onSent: (receipt: CallOutput<"service.suspend">) => void }) {
  const { t } = useTranslation();
  const name = useServiceName(service);
  const server = useServerWords(service);
  const suspend = useCommand("service.suspend");
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("services.suspendDialog.title", { name })}
      consequences={[t("services.suspendDialog.ports", { server }), t("services.suspendDialog.stays")]}
      confirmLabel={t("services.suspendDialog.confirm")}
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
  const server = useServerWords(service);
  const close = useCommand("service.close");
  const { addresses } = service;
  const freed =
    addresses.length === 0
      ? t("services.closeDialog.freeAll")
      : t("services.closeDialog.freeKnown", {
          count: addresses.length,
          list: addresses.map((one) => one.address).join(", "),
        });
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t("services.closeDialog.title", { name })}
      explanation={t("services.closeDialog.explanation")}
      consequences={[
        t("services.closeDialog.operations", { server }),
        freed,
        t("services.closeDialog.power"),
        t("services.closeDialog.ports"),
      ]}
      confirmLabel={t("services.closeDialog.confirm")}
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

/** Withdraws an order with a reason that the journal keeps. */
export function CancelOrderDialog({ isOpen, service, onEnd }: ServiceDialogProps) {
  const { t } = useTranslation();
  const name = useServiceName(service);
  const cancel = useCommand("order.cancel");
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t("services.cancelDialog.title", { name })}
      explanation={t("services.cancelDialog.explanation")}
      confirmLabel={t("services.cancelDialog.confirm")}
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

function useServerWords({ serverId }: ServiceRow): string {
  const { t } = useTranslation();
  return serverId === null ? t("services.serverUnknown") : t("services.serverKnown", { id: serverId });
}
