export type RefusalKind = "access" | "auth" | "busy" | "exists" | "internal" | "licence" | "limit" | "missed" | "value";

/** An answer that says no, before a dialect puts it into its own form. */
export class DsmanagerRefusal extends Error {
  readonly kind: RefusalKind;
  /** What it is about: the kind of object, or the field. */
  readonly object: string;
  /** The id or the value that was given. */
  readonly value: string;

  constructor(kind: RefusalKind, object: string, message: string, value = "") {
    super(message);
    this.name = "DsmanagerRefusal";
    this.kind = kind;
    this.object = object;
    this.value = value;
  }
}

/** There is no such thing. */
export function refuseMissing(object: string, id: number | string): DsmanagerRefusal {
  const word = object.charAt(0).toUpperCase() + object.slice(1);
  return new DsmanagerRefusal("missed", object, `${word} ${String(id)} does not exist`, String(id));
}

/** A field has no or no good value. */
export function refuseValue(field: string, value: string): DsmanagerRefusal {
  return new DsmanagerRefusal("value", field, `The field ${field} has an invalid value`, value);
}

/** Something by this name is there already. */
export function refuseExisting(object: string, value: string): DsmanagerRefusal {
  return new DsmanagerRefusal("exists", object, `${value} already exists`, value);
}
