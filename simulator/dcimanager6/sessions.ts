import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { SiteUser } from "../site/site-document";
import { optionalText, type Body } from "./panel-request";
import { Refusal } from "./refusal";
import type { World } from "./world";

export interface Sessions {
  /** `POST auth/v4/public/token`: a new token, or 401. */
  signIn(body: Body): unknown;
  /** The user of a request's token, or 401. */
  userOf(headers: IncomingHttpHeaders): SiteUser;
  expireAll(): void;
}

/** Tokens live in memory: like a restarted panel, a restarted simulator asks everybody to sign in again. */
export function createSessions(world: World): Sessions {
  const tokens = new Map<string, { readonly userId: number; readonly expiresAt: number }>();
  return {
    signIn: (body) => {
      const email = optionalText(body, "email").toLowerCase();
      const password = optionalText(body, "password");
      const user = world.site.users.find((candidate) => candidate.email.toLowerCase() === email);
      if (user === undefined || user.password === null || user.password !== password) {
        throw new Refusal(401, 3004, "Wrong email or password");
      }
      const token = randomBytes(12).toString("hex").toUpperCase();
      tokens.set(token, { userId: user.id, expiresAt: world.now() + world.timings.tokenLifeMs });
      return { id: String(user.id), token, confirmed: true };
    },
    userOf: (headers) => {
      if (headers["isp-box-instance"] === undefined) {
        throw new Refusal(401, 3005, "Header isp-box-instance is required");
      }
      const session = tokens.get(readToken(headers));
      const user = session === undefined ? undefined : world.index().users.get(session.userId);
      if (session === undefined || user === undefined || session.expiresAt <= world.now()) {
        throw new Refusal(401, 3006, "Session expired");
      }
      return user;
    },
    expireAll: () => {
      tokens.clear();
    },
  };
}

function readToken(headers: IncomingHttpHeaders): string {
  const header = headers["x-xsrf-token"];
  if (typeof header === "string") return header;
  return /(?:^|;\s*)ses6=([^;]+)/.exec(headers.cookie ?? "")?.[1] ?? "";
}
