import { findRow, isConfirmed, readText, requiredText, type PanelCall } from "./panel-call";
import { done, type PanelFunction } from "./panel-function";
import { refuseExisting, refuseValue } from "./refusal";
import type { DsmanagerUser } from "./site-document";
import type { DsmanagerWorld } from "./world";
import { element, fields, type Fields, type XmlNode } from "./xml";

export const userFunctions: readonly PanelFunction[] = [
  { name: "user", rows: (_call, world) => world.site.users.map(viewUser) },
  { name: "user.edit", answer: editUser },
];

function viewUser({ id, name, realName, level }: DsmanagerUser): Fields {
  return { id, name, realname: realName, level };
}

function editUser(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  if (readText(call, "elid") === "") return isConfirmed(call) ? createUser(call, world) : [];
  const user = findRow(world.index().users, "user", call);
  if (!isConfirmed(call)) return fields(viewUser(user));
  user.realName = readText(call, "realname");
  world.record("user-edited", null, { id: user.id, realname: user.realName });
  world.changed();
  return done;
}

function createUser(call: PanelCall, world: DsmanagerWorld): readonly XmlNode[] {
  const name = requiredText(call, "name");
  const password = requiredText(call, "passwd");
  if (readText(call, "confirm") !== password) throw refuseValue("passwd", "");
  if (readText(call, "level") !== "lvUser") throw refuseValue("level", readText(call, "level"));
  if (world.site.users.some((user) => user.name === name)) throw refuseExisting("user", name);
  const id = world.nextId("user");
  world.site.users.push({ id, name, realName: readText(call, "realname"), level: 16, password });
  world.record("user-created", null, { id, name });
  world.changed();
  return [element("id", id), element("ok")];
}
