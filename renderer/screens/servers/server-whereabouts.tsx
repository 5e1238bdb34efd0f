import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../../main/contract/shapes/label";
import type { Whereabouts } from "../../../main/contract/shapes/mirror";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { LabelIconButton } from "../../parts/label-button";
import { WhereaboutsView } from "../../parts/whereabouts-view";
import { ConnectionDialog } from "./connection-dialog";
import { RemoveConnectionDialog, type ConnectionToRemove } from "./remove-connection-dialog";
import type { ServerTarget } from "./server-target";

/** Where the server is and what it hangs on; cables are recorded and removed here. */
export function ServerWhereabouts({ target }: { readonly target: ServerTarget }) {
  const { t } = useTranslation();
  const found = useServerWhereabouts(target);
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<ConnectionToRemove | null>(null);
  const { ipmiAddress, ipmiConnectionId } = target.facts;
  const cables = cablesOf(target);
  const removeButton = (connection: ConnectionToRemove) => (
    <RemoveButton
      onRemove={() => {
        setRemoving(connection);
      }}
    />
  );
  return (
    <>
      <WhereaboutsView
        found={found}
        isWithinCard
        tools={{
          switch: ({ connectionId, switchName, portName }) =>
            removeButton({ to: "switch", connectionId, device: switchName, port: portName }),
          pdu: ({ connectionId, pduName, outlet }) =>
            removeButton({ to: "pdu", connectionId, device: pduName, port: outlet }),
          ipmi:
            ipmiAddress === null || ipmiConnectionId === null
              ? null
              : removeButton({ to: "ipmi", connectionId: ipmiConnectionId, device: ipmiAddress, port: "" }),
          below: (
            <div className="server-connection-tools">
              <Allowed to="server.add-connection">
                <Button
                  variant="default"
                  leftSection={<IconPlus size="1.1em" aria-hidden />}
                  onClick={() => {
                    setIsAdding(true);
                  }}
                >
                  {t("servers.addConnection")}
                </Button>
              </Allowed>
              {cables.length === 0 ? null : <LabelIconButton label={t("labels.printCables")} subjects={cables} />}
            </div>
          ),
        }}
      />
      <ConnectionDialog
        isOpen={isAdding}
        target={target}
        onClose={() => {
          setIsAdding(false);
        }}
      />
      <RemoveConnectionDialog
        target={target}
        connection={removing}
        onClose={() => {
          setRemoving(null);
        }}
      />
    </>
  );
}

/** The card's own facts are the newest; the room, and what cards and scans say of the rack, are asked for. */
function useServerWhereabouts({ moduleId, serverId, facts }: ServerTarget): Whereabouts {
  const located = useQuery("server.locate", { moduleId, serverId }).value;
  const isRackOfPanel = facts.rackName !== "";
  return {
    moduleId,
    serverId,
    serviceId: located?.serviceId ?? null,
    title: located?.title || facts.name,
    dataCentre: located?.dataCentre ?? "",
    location: located?.location ?? "",
    rackId: isRackOfPanel ? facts.rackId : (located?.rackId ?? null),
    rack: isRackOfPanel ? facts.rackName : (located?.rack ?? ""),
    units: isRackOfPanel ? facts.units : (located?.units ?? []),
    rackFrom: isRackOfPanel ? "panel" : (located?.rackFrom ?? "none"),
    switchConnections: [...facts.switchConnections],
    pduConnections: [...facts.pduConnections],
    ipmiAddress: facts.ipmiAddress,
    mac: facts.mac,
    serial: facts.serial,
    addresses: [...facts.addresses],
    takenAt: located?.takenAt ?? null,
    isLive: located?.isLive ?? true,
    reason: located?.reason ?? "",
  };
}

/** Every cable of the server as something to label. */
function cablesOf({ moduleId, serverId, facts }: ServerTarget): readonly LabelSubject[] {
  const cable = (to: "switch" | "pdu") => {
    return ({ connectionId }: { readonly connectionId: number }) =>
      ({ kind: "cable", moduleId, serverId, connectionId, to }) as const;
  };
  return [...facts.switchConnections.map(cable("switch")), ...facts.pduConnections.map(cable("pdu"))];
}

function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Allowed to="server.remove-connection">
      <Tooltip label={t("servers.removeConnection")}>
        <ActionIcon
          size="sm"
          className="connection-remove"
          aria-label={t("servers.removeConnection")}
          onClick={onRemove}
        >
          <IconX size="1.1em" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Allowed>
  );
}
