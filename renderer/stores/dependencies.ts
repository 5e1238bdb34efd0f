import type { CallName } from "../../main/contract/calls";
import type { Entity } from "../../main/contract/events";

/** What can make an answer out of date: a record of the program, or a panel that came back (`link`). */
export type Cause = Entity | "link";

const causes: Partial<Record<CallName, readonly Cause[]>> = {
  "console.describe": ["console", "module"],
  "operator.list": ["operator"],
  "token.list": ["token"],
  "site-settings.get": ["console"],
  "store.report": ["console"],
  "message.list": ["message", "department", "module"],
  "message.unread": ["message", "department"],
  "department.list": ["department"],
  "data-centre.list": ["data-centre"],
  "customer.list": ["customer"],
  "customer.get": ["customer"],
  "module.list": ["module", "tariff", "service"],
  "module.configuration": ["module"],
  "tariff.list": ["tariff", "service"],
  "tariff.versions": ["tariff"],
  "tariff.check": ["tariff", "module", "enumeration"],
  "enumeration.list": ["enumeration"],
  "enumeration.compare": ["module"],
  "catalogue.export": ["tariff", "enumeration", "module", "department", "data-centre"],
  "catalogue.compare": ["tariff", "enumeration", "module", "department", "data-centre"],
  "order.check": ["tariff", "enumeration", "module", "link", "service", "action"],
  "service.list": ["service", "task", "action", "customer", "tariff"],
  "service.get": ["service", "task", "action", "journal", "customer", "tariff"],
  "service.check-change": ["service", "tariff", "enumeration"],
  "task.list": ["task", "service", "action"],
  "task.get": ["task", "service", "draft", "action"],
  "card.forecast": ["module", "action", "link"],
  "server.list": ["mirror", "action", "service"],
  "mirror.list": ["mirror", "module"],
  "view.list": ["view"],
  "server.get": ["action", "link"],
  "server.locate": ["action", "link", "mirror", "service", "task", "rack"],
  "rack.get": ["action", "link"],
  "rack.list": ["rack", "mirror", "module", "service", "task"],
  "rack.elevation": ["rack", "mirror", "module", "link", "service", "task"],
  "pool.list": ["module", "mirror", "action"],
  "pool.next-free": ["module", "mirror", "action"],
  "switch.ports": ["action", "link"],
  "pdu.ports": ["action", "link"],
  "user.list": ["module", "link"],
  "label.list": ["label", "service", "task"],
  "label.get": ["label", "service", "task", "action", "link"],
  "label.draw": ["label", "label-template", "label-stock", "printer", "service", "task"],
  "label-settings.get": ["label"],
  "label-template.list": ["label-template", "label-stock"],
  "label-stock.list": ["label-stock", "print-job"],
  "printer.list": ["printer"],
  "print.check": ["label-template", "label-stock", "printer"],
  "print.list": ["print-job"],
  "print.get": ["print-job"],
  "action.list": ["action"],
  "action.get": ["action"],
  "statistics.get": ["task", "action", "link", "department", "module"],
  // A step that stops and a module that moves leave entries of their own.
  "journal.list": ["journal", "action", "module"],
};

/** Whether the answer to a call may have changed for one of these causes. */
export function dependsOn(name: CallName, changed: ReadonlySet<Cause>): boolean {
  return causes[name]?.some((cause) => changed.has(cause)) ?? false;
}
