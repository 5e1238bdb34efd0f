import type { CallName } from "../contract/calls";
import type { Fault } from "../contract/faults";
import { mayCall, rights } from "../contract/rights";
import type { Access } from "../contract/shapes/console";
import type { Operator, Role } from "../contract/shapes/operator";

/** Somebody whose PIN, passphrase or token was right, or for whom the host vouches. */
export interface SignedIn {
  readonly name: string;
  readonly role: Role;
  /** The calls that a token is limited to; null for a person. */
  readonly onlyCalls: ReadonlySet<string> | null;
}

/** Who works at this console now. One console has one session: its window, or its script. */
export interface Session {
  readonly startedAt: number;
  /** Name of whoever is signed in or has locked the console; empty when nobody has. */
  readonly operator: string;
  signedIn(): SignedIn | null;
  isLocked(): boolean;
  begin(signedIn: SignedIn): void;
  lock(): void;
  end(): void;
  /** Follows a change of an operator: a new role holds at once, and whoever is switched off has left. */
  follow(operator: Pick<Operator, "name" | "role" | "isActive">): void;
  /** What forbids the call to whoever works here now; undefined when nothing does. */
  refusal(name: CallName): Fault | undefined;
}

/** `onChange` hears of every change of who may do what here. */
export function createSession(startedAt: number, first: SignedIn | null, onChange: () => void): Session {
  let current = first;
  let locked = false;

  function change(next: SignedIn | null, isLocked: boolean): void {
    current = next;
    locked = isLocked;
    onChange();
  }

  return {
    startedAt,
    get operator() {
      return current?.name ?? "";
    },
    signedIn: () => current,
    isLocked: () => locked,
    begin(signedIn) {
      change(signedIn, false);
    },
    lock() {
      if (current !== null) change(current, true);
    },
    end() {
      change(null, false);
    },
    follow({ name, role, isActive }) {
      if (current?.name !== name) return;
      if (!isActive) change(null, false);
      else if (current.role !== role) change({ ...current, role }, locked);
    },
    refusal(name) {
      if (rights[name] === "anyone") return undefined;
      if (current === null) return signedOut("signed-out", "Sign in first");
      if (locked) return signedOut("locked", `${current.name} has locked this console. Unlock it first`);
      if (!mayCall(current.role, name))
        return { kind: "not-allowed", rule: "role", message: `This is not for ${withArticle(current.role)}` };
      if (current.onlyCalls?.has(name) === false)
        return { kind: "not-allowed", rule: "token", message: `This token is not for ${name}` };
      return undefined;
    },
  };
}

function signedOut(access: Exclude<Access, "signed-in">, message: string): Fault {
  return { kind: "signed-out", message, access };
}

export function withArticle(role: Role): string {
  return role === "technician" ? "a technician" : `an ${role}`;
}
