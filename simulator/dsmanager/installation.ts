import { findRow, isConfirmed, readText, requiredText, type PanelCall } from "./panel-call";
import { done, type FormFunction } from "./panel-function";
import { refuseValue } from "./refusal";
import { refuseWhenBusy, startWork } from "./works";
import type { DsmanagerWorld } from "./world";
import { element, type XmlNode } from "./xml";

export const installationFunction: FormFunction = { name: "server.operations", answer: operate };

/** The form shows what is installed and what can be; confirmed, it installs an image. */
function operate(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const server = findRow(world.index().servers, "server", call);
  const images = world.site.images.filter(({ type }) => type === "os");
  if (!isConfirmed(call)) {
    const values = images.map(({ name }) => element("val", name, { key: name }));
    return [element("ostemplate", server.image), element("slist", values, { name: "ostemplate" })];
  }
  if (readText(call, "operation") !== "ostemplate") throw refuseValue("operation", readText(call, "operation"));
  const image = requiredText(call, "ostemplate");
  if (images.every(({ name }) => name !== image)) throw refuseValue("ostemplate", image);
  if (requiredText(call, "passwd") !== readText(call, "confirm")) throw refuseValue("passwd", "");
  refuseWhenBusy(world, server);
  server.failure = null;
  startWork(world, {
    serverId: server.id,
    task: { kind: "install", image, hostname: readText(call, "hostname").trim() },
    durationMs: world.timings.installMs,
  });
  return done;
}
