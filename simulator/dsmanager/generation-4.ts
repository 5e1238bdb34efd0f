import type { Dialect } from "./dialect";
import type { DsmanagerRefusal, RefusalKind } from "./refusal";
import { element, type XmlNode } from "./xml";

const codes: Readonly<Record<RefusalKind, number>> = {
  internal: 1,
  exists: 2,
  missed: 3,
  value: 4,
  limit: 5,
  access: 6,
  auth: 6,
  licence: 7,
  busy: 8,
};

/** DSmanager: numeric errors, whole lists, some functions by names of its own. */
export const generation4: Dialect = {
  name: "dsmanager",
  paths: ["/manager/dsmgr"],
  functionNames: {
    chassistempl: "servertype",
    osmgr: "osimage",
    "server.operations": "server.reinstall",
    pdu: "powerswitch",
    "pdu.port": "powerswitch.port",
  },
  hasListControls: false,
  viewSession: (sessionId) => element("auth", "", { id: sessionId }),
  viewRefusal,
  serverColumns: ({ name, type, owner, status }) => ({ name, type, owner, status }),
};

/** A number and what it is about; only errors that nothing else explains come with words. */
function viewRefusal({ kind, object, message }: DsmanagerRefusal): XmlNode {
  const code = { code: String(codes[kind]) };
  switch (kind) {
    case "internal":
    case "busy":
    case "licence":
      return element("error", message, code);
    case "value":
    case "limit":
      return element("error", "", { ...code, val: object });
    case "auth":
      return element("error", message, { ...code, obj: object === "badpassword" ? "auth" : object });
    default:
      return element("error", "", { ...code, obj: object });
  }
}
