import type { DsmanagerServer } from "./site-document";

/** A server as it is when it was just registered, but for what is told of it. */
export function blankServer(
  told: Partial<DsmanagerServer> & Pick<DsmanagerServer, "id" | "name" | "typeId" | "rackId" | "unit">,
): DsmanagerServer {
  return {
    hostname: "",
    ownerId: null,
    mac: "",
    serial: "",
    notes: "",
    locationId: 3,
    height: 1,
    runs: false,
    controllerAnswers: true,
    isDisabled: false,
    isBlocked: false,
    hasHardwareFault: false,
    image: "",
    failure: null,
    ipmi: null,
    addresses: [],
    ...told,
  };
}
