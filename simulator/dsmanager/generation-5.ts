import type { Dialect } from "./dialect";
import { element } from "./xml";

/** DCImanager 5: errors by type with a message, pages and sticky filters. */
export const generation5: Dialect = {
  name: "dcimanager5",
  paths: ["/dcimgr", "/manager/dcimgr"],
  functionNames: {},
  hasListControls: true,
  viewSession: (sessionId, level) => element("auth", sessionId, { id: sessionId, level: String(level) }),
  viewRefusal: ({ kind, object, value, message }) =>
    element(
      "error",
      [
        element("param", object, { name: "object", type: "msg", msg: object }),
        element("param", value, { name: "value" }),
        element("msg", message),
      ],
      { type: kind, object, lang: "en" },
    ),
  serverColumns: ({ hostname, type, owner }) => ({
    hostname,
    type,
    chassis_templ: type,
    owner: owner === "" ? null : owner,
  }),
};
