import type { SiteUser } from "../site/site-document";
import { answerList } from "./list-answer";
import { optionalText, requiredText, type PanelRequest } from "./panel-request";
import { refuse } from "./refusal";
import type { Route } from "./router";
import type { World } from "./world";

export const userRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dci/v3/user",
    answer: ({ query }, world) => {
      const counts = countServers(world);
      return answerList(query, { rows: world.site.users, view: (user) => viewUser(user, counts.get(user.id) ?? 0) });
    },
  },
  {
    method: "POST",
    path: "dci/v3/user",
    bodyFields: ["email", "full_name", "role", "password", "phone_number"],
    answer: createUser,
  },
];

function viewUser({ id, email, fullName, role }: SiteUser, serverCount: number): unknown {
  // The documented sample has the roles as one string in brackets.
  return { id, email, full_name: fullName, server_count: serverCount, roles: `[${role}]`, vlans_per_user: 5 };
}

function countServers(world: World): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { ownerId } of world.site.servers) {
    if (ownerId !== null) counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
  }
  return counts;
}

function createUser({ body }: PanelRequest, world: World): unknown {
  const email = requiredText(body, "email").toLowerCase();
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw refuse(1003, "Field email is not an e-mail address", { field: "email" });
  if (world.site.users.some((user) => user.email === email)) {
    throw refuse(1050, `User ${email} already exists`, { field: "email" });
  }
  const id = world.nextId("user");
  const role = body["role"] === "@admin" ? "@admin" : "@user";
  const password = optionalText(body, "password");
  world.site.users.push({
    id,
    email,
    fullName: optionalText(body, "full_name"),
    role,
    password: password === "" ? null : password,
  });
  world.record("user-created", null, { id, email });
  world.changed();
  return { id };
}
