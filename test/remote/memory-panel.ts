import { createDcimanager6Gateway } from "../../main/remote/dcimanager6/gateway";
import { routes } from "../../main/remote/dcimanager6/routes";
import { createSession } from "../../main/remote/dcimanager6/session";
import { createThrottle } from "../../main/remote/throttle";
import type { HttpRequest } from "../../main/remote/http";
import type { PanelGateway } from "../../main/ports/gateway";
import { createKeptLog } from "./open-panel";

/** A gateway whose transport is a function: path below `/api/`, decoded, with its query → answer text. */
export function openMemoryPanel(answer: (path: string, request: HttpRequest) => string): PanelGateway {
  const identity = { system: "memory", username: "dc@example.net" };
  const call = createSession({
    ...identity,
    password: "secret",
    openEndpoint: () => ({
      root: "/",
      routes,
      transport: (request) => {
        const path = decodeURIComponent(request.path).replace(/^\/api\//, "");
        const text = path.includes("public/token") ? '{"token":"ABCDEFGHIJ"}' : answer(path, request);
        return Promise.resolve({ status: 200, retryAfter: null, text });
      },
    }),
    limits: { deadlineMs: 1000, signInDeadlineMs: 1000, asleepTries: 1, asleepDelayMs: 1 },
    throttle: createThrottle(4),
    log: createKeptLog(),
  });
  const checkRoutes = () => Promise.resolve({ source: "", routes: [] });
  return createDcimanager6Gateway(call, { ...identity, checkRoutes });
}
