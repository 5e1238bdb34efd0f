import type { HostedPanel, RawAnswer, RawRequest } from "../foundation/hosted-panel";
import { createFunctionTable } from "./functions";
import { controlList, viewRows } from "./list-controls";
import { describeCall, readParameters } from "./panel-call";
import { DsmanagerRefusal, refuseMissing } from "./refusal";
import type { DsmanagerScriptBook } from "./script";
import type { DsmanagerSessions } from "./sessions";
import { passTime } from "./works";
import type { DsmanagerWorld } from "./world";
import { withoutElements, writeDocument, type XmlNode } from "./xml";

const notFound: RawAnswer = { status: 404, contentType: "text/html", text: "<html><body>404 Not Found</body></html>" };

/** Without `out=xml` the panel draws itself for a browser. */
const page: RawAnswer = { status: 200, contentType: "text/html", text: "<html><body>Control panel</body></html>" };

/** Joins sign-in and functions into the panel; every answer but a wrong address has status 200. */
export function createDsmanagerPanel(
  world: DsmanagerWorld,
  sessions: DsmanagerSessions,
  book: DsmanagerScriptBook,
): HostedPanel {
  const { dialect } = world;
  const functions = createFunctionTable(dialect);
  const run = (parameters: URLSearchParams): readonly XmlNode[] => {
    const func = parameters.get("func") ?? "";
    if (func === "auth") return [sessions.signIn(parameters)];
    const user = sessions.userOf(parameters);
    const known = functions.get(func);
    if (known === undefined) throw refuseMissing("func", func);
    if (user.level < 29) throw new DsmanagerRefusal("access", func, "Access denied");
    const refusal = book.takeRefusal(describeCall(parameters));
    if (refusal !== null) throw refusal;
    const call = { func: known.name, parameters, user };
    if (!("rows" in known)) return known.answer(call, world);
    const instead = known.instead?.(call, world) ?? null;
    if (instead !== null) return instead;
    const rows = known.rows(call, world);
    return dialect.hasListControls ? controlList(call, world, rows) : viewRows(rows);
  };
  return {
    answer: (request: RawRequest) => {
      if (!dialect.paths.includes(request.url.pathname)) return notFound;
      const parameters = readParameters(request);
      if (parameters.get("out") !== "xml") return page;
      passTime(world);
      try {
        return xml(run(parameters));
      } catch (error) {
        if (error instanceof DsmanagerRefusal) return xml([dialect.viewRefusal(error)]);
        throw error;
      }
    },
    describe: (request) => describeCall(readParameters(request)),
    errorText: (message) => ({ contentType: "text/html", text: `<html><body><h1>${message}</h1></body></html>` }),
    brokenText: "<doc><elem><id>1</id><name>",
    withoutFields: (answer, names) => ({ ...answer, text: withoutElements(answer.text, names) }),
  };
}

function xml(nodes: readonly XmlNode[]): RawAnswer {
  return { status: 200, contentType: "text/xml; charset=UTF-8", text: writeDocument(nodes) };
}
