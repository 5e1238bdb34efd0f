import type { CallName } from "./calls";
import type { Role } from "./shapes/operator";

/**
 * Who may make a call. `anyone`: also before signing in and while the console is locked. `operator`: every role. `worker`: technicians and
 * administrators. `auditor`: auditors and administrators.
 */
export type Right = "anyone" | "operator" | "worker" | "auditor" | "administrator";

const roles: Readonly<Record<Exclude<Right, "anyone">, readonly Role[]>> = {
  operator: ["technician", "administrator", "auditor"],
  worker: ["technician", "administrator"],
  auditor: ["auditor", "administrator"],
  administrator: ["administrator"],
};

/** One line for every call; a call without one does not compile, and `test/contract/rights.test.ts` finds it too. */
export const rights = {
  "console.describe": "anyone",
  "profile.set-up": "anyone",
  "profile.open": "anyone",
  "preference.get": "anyone",
  "preference.set": "anyone",
  "operator.offers": "anyone",
  "operator.sign-in": "anyone",
  "operator.sign-in-by-token": "anyone",

  "operator.lock": "operator",
  "operator.sign-out": "operator",
  "operator.set-own-secret": "operator",
  "operator.list": "operator",
  "operator.add": "administrator",
  "operator.save": "administrator",
  "token.list": "auditor",
  "token.add": "administrator",
  "token.remove": "administrator",
  "site-settings.get": "operator",
  "site-settings.set": "administrator",

  "vault.unlock": "operator",
  "vault.protect": "administrator",
  "vault.make-recovery-code": "administrator",
  "vault.rekey": "administrator",

  "store.report": "operator",
  "store.dismiss-notice": "administrator",
  "support.bundle": "operator",
  "backup.list": "operator",
  "backup.make": "worker",
  "backup.restore": "administrator",

  "department.list": "operator",
  "department.add": "administrator",
  "department.save": "administrator",
  "department.remove": "administrator",
  "data-centre.list": "operator",
  "data-centre.add": "administrator",
  "data-centre.save": "administrator",
  "customer.list": "operator",
  "customer.add": "worker",
  "customer.save": "worker",

  "module.list": "operator",
  "module.try": "administrator",
  "module.add": "administrator",
  "module.save": "administrator",
  "module.trust": "administrator",
  "module.remove": "administrator",
  "module.hold": "worker",
  "module.release-hold": "worker",
  "module.refresh": "worker",
  "module.compare": "worker",
  "module.configuration": "operator",
  "module.check-routes": "administrator",
  "link.list": "operator",
  "link.probe": "worker",

  "tariff.list": "operator",
  "tariff.versions": "operator",
  "tariff.check": "operator",
  "tariff.price": "operator",
  "tariff.add": "administrator",
  "tariff.save": "administrator",
  "tariff.remove": "administrator",
  "enumeration.list": "operator",
  "enumeration.add": "administrator",
  "enumeration.save": "administrator",
  "enumeration.remove": "administrator",
  "enumeration.compare": "operator",
  "catalogue.export": "operator",
  "catalogue.compare": "administrator",
  "catalogue.import": "administrator",

  "order.check": "operator",
  "order.place": "worker",
  "order.cancel": "worker",
  "service.list": "operator",
  "service.get": "operator",
  "service.suspend": "worker",
  "service.resume": "worker",
  "service.close": "worker",
  "service.check-change": "operator",
  "service.change": "worker",

  "task.list": "operator",
  "task.get": "operator",
  "task.accept": "worker",
  "task.release": "worker",
  "task.close": "worker",
  "task.retry": "worker",
  "task.finish-by-hand": "worker",
  "card.save": "worker",
  "card.reveal": "worker",
  "card.copy-password": "worker",
  "card.forecast": "operator",
  "draft.save": "worker",
  "draft.discard": "worker",
  "form-draft.get": "operator",
  "form-draft.save": "operator",
  "form-draft.discard": "operator",

  "server.list": "operator",
  "server.get": "operator",
  "server.create": "worker",
  "server.set-owner": "worker",
  "server.add-connection": "worker",
  "server.remove-connection": "worker",
  "server.set-power": "worker",
  "rack.get": "operator",
  "switch.ports": "operator",
  "pdu.ports": "operator",
  "user.list": "operator",

  "action.list": "operator",
  "action.get": "operator",
  "action.retry": "worker",
  "action.discard": "worker",
  "action.hold": "worker",
  "action.release-hold": "worker",
  "action.edit": "worker",
  "action.resolve": "worker",

  "message.list": "operator",
  "message.unread": "operator",
  "message.mark-read": "operator",
  "journal.list": "operator",
  "journal.verify": "auditor",
  "journal.export": "auditor",
} as const satisfies Readonly<Record<CallName, Right>>;

/** Whether somebody of this role may make the call; null is somebody who has not signed in. */
export function mayCall(role: Role | null, name: CallName): boolean {
  const right: Right = rights[name];
  if (right === "anyone") return true;
  return role !== null && roles[right].includes(role);
}
