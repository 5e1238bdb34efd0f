import type { Fault } from "../../../main/contract/faults";
import type { Certificate } from "../../../main/contract/shapes/panel";

export type ConnectionField = "url" | "username" | "password" | "dialect";

/** Where the trouble with a connection is shown: by a field, as a question about a certificate, or above the form. */
export type ConnectionTrouble =
  | { readonly kind: "fields"; readonly messages: Readonly<Partial<Record<ConnectionField, string>>> }
  | { readonly kind: "certificate"; readonly certificate: Certificate; readonly isChanged: boolean }
  | { readonly kind: "form"; readonly message: string };

/**
 * Sorts a fault of `module.try`, `module.add` or `module.save` by the field it is about. The last two nest the
 * connection, so its issues start with `connection.` there.
 */
export function connectionTrouble(fault: Fault): ConnectionTrouble {
  switch (fault.kind) {
    case "untrusted-certificate":
      return { kind: "certificate", certificate: fault.certificate, isChanged: fault.isChanged };
    case "needs-sign-in":
      return { kind: "fields", messages: { password: fault.message } };
    case "unavailable":
      return { kind: "fields", messages: { url: fault.message } };
    case "remote-refused":
      return { kind: "fields", messages: { url: fault.reason === "" ? fault.message : fault.reason } };
    case "invalid-input":
      return fromIssues(fault);
    case "not-found":
    case "stale":
    case "not-allowed":
    case "locked":
    case "signed-out":
    case "wrong-secret":
    case "internal":
      return { kind: "form", message: fault.message };
  }
}

function fromIssues(fault: Extract<Fault, { kind: "invalid-input" }>): ConnectionTrouble {
  const messages: Partial<Record<ConnectionField, string>> = {};
  for (const issue of fault.issues) {
    const field = issue.path.replace(/^connection\./u, "");
    if (isField(field)) messages[field] ??= issue.message;
  }
  if (Object.keys(messages).length > 0) return { kind: "fields", messages };
  return { kind: "form", message: fault.issues[0]?.message ?? fault.message };
}

const fields: ReadonlySet<string> = new Set<ConnectionField>(["url", "username", "password", "dialect"]);

function isField(path: string): path is ConnectionField {
  return fields.has(path);
}
