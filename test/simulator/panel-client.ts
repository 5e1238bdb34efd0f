import type { DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";

export interface PanelAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PanelClient {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<PanelAnswer>;
  post(path: string, body?: unknown): Promise<PanelAnswer>;
  remove(path: string): Promise<PanelAnswer>;
}

/** A few lines of fetch that speak to the simulator as any client would. */
export async function signIn(
  simulator: DcimanagerSimulator,
  email = "dc@example.net",
  password = "s3cret",
): Promise<PanelClient> {
  const send = async (method: string, path: string, body?: unknown, token = ""): Promise<PanelAnswer> => {
    const response = await fetch(`${simulator.url}/api/${path}`, {
      method,
      headers: { "isp-box-instance": "true", "x-xsrf-token": token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as PanelAnswer["body"] };
  };
  const login = await send("POST", "auth/v4/public/token", { email, password });
  const token = String(login.body["token"]);
  return {
    get: (path, query) =>
      send("GET", query === undefined ? path : `${path}?${new URLSearchParams(query)}`, undefined, token),
    post: (path, body = {}) => send("POST", path, body, token),
    remove: (path) => send("DELETE", path, undefined, token),
  };
}

/** The rows of a list answer. */
export function rowsOf(answer: PanelAnswer): readonly Readonly<Record<string, unknown>>[] {
  return answer.body["list"] as readonly Readonly<Record<string, unknown>>[];
}

/** The message of an error answer. */
export function messageOf(answer: PanelAnswer): string {
  return (answer.body["error"] as { readonly msg: string }).msg;
}
