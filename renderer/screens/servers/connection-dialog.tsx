import { Button, Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../../main/contract/calls";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";
import { IpmiFields, type IpmiValues } from "./ipmi-fields";
import { PortFields, type PortChoice } from "./port-fields";
import type { ServerTarget } from "./server-target";

interface ConnectionDialogProps {
  readonly isOpen: boolean;
  readonly target: ServerTarget;
  readonly onClose: () => void;
}

type NewConnection = CallInput<"server.add-connection">["connection"];
const kinds = ["switch", "pdu", "ipmi"] as const;
type Kind = (typeof kinds)[number];

const noPort: PortChoice = { deviceId: null, portId: null };
const noIpmi: IpmiValues = { address: "", mac: "", username: "", password: "" };

/** Records a cable from a server to a switch port or an outlet, or its BMC. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("servers.connectionDialog.title", { name: props.target.facts.name })}
    >
      {props.isOpen ? <ConnectionForm {...props} /> : null}
    </FormDialog>
  );
}

function ConnectionForm({ target, onClose }: ConnectionDialogProps) {
  const { t } = useTranslation();
  const { moduleId, serverId } = target;
  const adding = useCommand("server.add-connection");
  const [kind, setKind] = useState<Kind>("switch");
  const [port, setPort] = useState<PortChoice>(noPort);
  const [ipmi, setIpmi] = useState<IpmiValues>(noIpmi);
  const connection = connectionFrom(kind, port, ipmi);
  const issues = issuesByField(adding.fault, "connection");

  const add = async (): Promise<void> => {
    if (connection === null) return;
    const result = await adding.run({ moduleId, serverId, connection });
    if (result.ok) onClose();
  };
  return (
    <DialogForm onSubmit={add}>
      <SegmentedControl
        fullWidth
        aria-label={t("servers.connectionDialog.to")}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`servers.connectionDialog.${value}`) }))}
        onChange={(value) => {
          adding.clearFault();
          setPort(noPort);
          setKind(value);
        }}
      />
      {kind === "ipmi" ? (
        <IpmiFields values={ipmi} issues={issues} onChange={setIpmi} />
      ) : (
        <PortFields
          key={kind}
          moduleId={moduleId}
          rackName={target.facts.rackName}
          kind={kind}
          choice={port}
          onChange={setPort}
        />
      )}
      {isCoveredByFields(adding.fault, Object.keys(noIpmi), "connection") ? null : <FaultNotice fault={adding.fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={adding.isRunning} disabled={connection === null}>
          {t("servers.connectionDialog.submit")}
        </Button>
      </Group>
    </DialogForm>
  );
}

/** The connection that the fields describe; null while something is missing. */
function connectionFrom(kind: Kind, { deviceId, portId }: PortChoice, ipmi: IpmiValues): NewConnection | null {
  if (kind === "ipmi") return ipmi.address.trim() === "" ? null : { to: "ipmi", ...ipmi };
  if (deviceId === null || portId === null) return null;
  return kind === "switch" ? { to: "switch", switchId: deviceId, portId } : { to: "pdu", pduId: deviceId, portId };
}
