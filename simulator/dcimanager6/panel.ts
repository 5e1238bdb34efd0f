import type { HostedPanel, RawAnswer, RawRequest } from "../foundation/hosted-panel";
import { isRecord, parseBody } from "./panel-request";
import { passTime } from "./passing-time";
import { Refusal, refusalBody } from "./refusal";
import { servicePath, type RouteTable } from "./router";
import type { Sessions } from "./sessions";
import type { SleepingServices } from "./sleeping-services";
import { describePanel } from "./swagger";
import type { World } from "./world";

const asleep: RawAnswer = {
  status: 503,
  contentType: "text/html",
  text: "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>",
};

export interface PanelParts {
  readonly world: World;
  readonly sessions: Sessions;
  readonly services: SleepingServices;
  readonly table: RouteTable;
  /** Whether it describes its own interface below `/swagger/`. */
  readonly publishesSwagger: boolean;
}

const notFound: RawAnswer = { status: 404, contentType: "text/html", text: "<html><body>404 Not Found</body></html>" };

/** Joins sleep, sign-in and routes into the panel. */
export function createPanel({ world, sessions, services, table, publishesSwagger }: PanelParts): HostedPanel {
  const answer = ({ method, url, headers, body }: RawRequest, path: string): RawAnswer => {
    if (method === "POST" && path === "auth/v4/public/token") return json(201, sessions.signIn(parseBody(body)));
    const user = sessions.userOf(headers);
    if (method === "GET" && path === "auth/v4/self/session") {
      return json(200, { user: { id: user.id, email: user.email, roles: [user.role] } });
    }
    if (user.role !== "@admin") throw new Refusal(403, 3010, "Access denied");
    const match = table.match(method, path);
    const request = { id: match.id, query: url.searchParams, body: parseBody(body), user };
    return json(200, match.route.answer(request, world));
  };
  const answerOrRefuse = (request: RawRequest): RawAnswer => {
    const { method, url } = request;
    if (method === "GET" && url.pathname.startsWith("/swagger/")) {
      return (publishesSwagger ? describePanel(table.routes(), url.pathname) : null) ?? notFound;
    }
    const path = servicePath(url.pathname);
    if (services.isAsleep(path.split("/", 1)[0] ?? "")) return asleep;
    passTime(world);
    try {
      return answer(request, path);
    } catch (error) {
      if (error instanceof Refusal) return json(error.status, refusalBody(error));
      throw error;
    }
  };
  return {
    answer: answerOrRefuse,
    describe: ({ url }) => url.pathname,
    errorText: (message) => json(200, { error: { code: 1, msg: message, value: {} } }),
    brokenText: '{"list":[{"id":1,',
    withoutFields,
  };
}

/** The same answer without some fields, wherever they stand. */
function withoutFields(answer: RawAnswer, fields: readonly string[]): RawAnswer {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (!isRecord(value)) return value;
    const kept = Object.entries(value).filter(([name]) => !fields.includes(name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, strip(inner)]));
  };
  return { ...answer, text: JSON.stringify(strip(JSON.parse(answer.text))) };
}

function json(status: number, body: unknown): RawAnswer {
  return { status, contentType: "application/json", text: JSON.stringify(body) };
}
