/** An answer that says no: its status and the three fields of the panel's error body. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly value: unknown;

  constructor(status: number, code: number, message: string, value: unknown = {}) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.value = value;
  }
}

/** 400: the panel understood and will not. */
export function refuse(code: number, message: string, value: unknown = {}): Refusal {
  return new Refusal(400, code, message, value);
}

/** 404: there is no such thing. */
export function refuseUnknown(kind: string, id: number | string): Refusal {
  return new Refusal(404, 1002, `${kind} ${String(id)} does not exist`, { id });
}

/** The wire form of a refusal. */
export function refusalBody(refusal: Refusal): unknown {
  return { error: { code: refusal.code, msg: refusal.message, value: refusal.value } };
}
