import { randomBytes } from "node:crypto";
import { DsmanagerRefusal } from "./refusal";
import type { DsmanagerUser } from "./site-document";
import type { DsmanagerWorld } from "./world";
import type { XmlNode } from "./xml";

export interface DsmanagerSessions {
  /** `func=auth`: a new session, or a refusal. */
  signIn(parameters: URLSearchParams): XmlNode;
  /** The user of a call, by its session or by `authinfo=user:password`. */
  userOf(parameters: URLSearchParams): DsmanagerUser;
  expireAll(): void;
}

/** Sessions live in memory and end when nothing was called for a while. */
export function createDsmanagerSessions(world: DsmanagerWorld): DsmanagerSessions {
  const sessions = new Map<string, { readonly userId: number; lastCallAt: number }>();
  const check = (name: string, password: string): DsmanagerUser => {
    const user = world.site.users.find((candidate) => candidate.name === name);
    if (user === undefined || user.password === null || user.password !== password) {
      throw new DsmanagerRefusal("auth", "badpassword", "Invalid username or password");
    }
    return user;
  };
  return {
    signIn: (parameters) => {
      const user = check(parameters.get("username") ?? "", parameters.get("password") ?? "");
      const id = randomBytes(6).toString("hex");
      sessions.set(id, { userId: user.id, lastCallAt: world.now() });
      return world.dialect.viewSession(id, user.level);
    },
    userOf: (parameters) => {
      const authinfo = parameters.get("authinfo");
      if (authinfo !== null) {
        const colon = authinfo.indexOf(":");
        return check(authinfo.slice(0, colon), authinfo.slice(colon + 1));
      }
      const session = sessions.get(parameters.get("auth") ?? "");
      const user = session === undefined ? undefined : world.index().users.get(session.userId);
      const isFresh = session !== undefined && world.now() - session.lastCallAt < world.timings.sessionIdleMs;
      if (!isFresh || user === undefined) throw new DsmanagerRefusal("auth", "session", "Session expired");
      session.lastCallAt = world.now();
      return user;
    },
    expireAll: () => {
      sessions.clear();
    },
  };
}
