import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import type { ServerTarget } from "./server-target";

export interface ConnectionToRemove {
  readonly to: "switch" | "pdu" | "ipmi";
  readonly connectionId: number;
  /** Switch, PDU, or the address of the BMC. */
  readonly device: string;
  readonly port: string;
}

interface RemoveConnectionDialogProps {
  readonly target: ServerTarget;
  /** Null while nothing is to be removed. */
  readonly connection: ConnectionToRemove | null;
  readonly onClose: () => void;
}

export function RemoveConnectionDialog({ target, connection, onClose }: RemoveConnectionDialogProps) {
  const { t } = useTranslation();
  const removing = useCommand("server.remove-connection");
  const { moduleId, serverId, facts } = target;
  const close = (): void => {
    removing.clearFault();
    onClose();
  };
  const remove = async ({ to, connectionId }: ConnectionToRemove): Promise<void> => {
    const result = await removing.run({ moduleId, serverId, to, connectionId });
    if (result.ok) close();
  };
  const words = { name: facts.name, device: connection?.device ?? "", port: connection?.port ?? "" };
  const texts = {
    switch: t("servers.removeSwitch", words),
    pdu: t("servers.removePdu", words),
    ipmi: t("servers.removeIpmi", { name: words.name, address: words.device }),
  };
  return (
    <ConfirmDialog
      isOpen={connection !== null}
      title={t("servers.removeTitle")}
      consequences={connection === null ? [] : [texts[connection.to]]}
      confirmLabel={t("servers.remove")}
      isDangerous
      isRunning={removing.isRunning}
      fault={removing.fault}
      onConfirm={() => {
        if (connection !== null) void remove(connection);
      }}
      onCancel={close}
    />
  );
}
