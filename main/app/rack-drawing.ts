import type { CallOutput, ParsedInput } from "../contract/calls";
import type { RackDrawing } from "../ports/rack-drawing";
import type { App } from "./app";
import { readDrawnRacks } from "./rack-elevations";
import { getKnownRacks } from "./rack-survey";
import { lookAt } from "./racks";
import { todayAt } from "./site-day";

/** So many racks are asked for anew before they are drawn; more are drawn as they were last known, with their age. */
const racksAsked = 12;

/** Racks as a file for paper or screen. */
export async function drawRacks(app: App, input: ParsedInput<"rack.draw">): Promise<CallOutput<"rack.draw">> {
  const wanted = await app.store.read((repositories) => getKnownRacks(repositories, input.racks));
  if (wanted.length <= racksAsked) for (const rack of wanted) await lookAt(app, rack);
  const today = todayAt(app);
  const racks = await app.store.read((repositories) => readDrawnRacks(repositories, wanted, today, "everybody"));
  const drawing: RackDrawing = {
    racks,
    faces: input.faces,
    paper: input.paper,
    language: input.language,
    site: [...new Set(racks.map(({ dataCentreName }) => dataCentreName))].join(", "),
    drawnAt: app.clock.now(),
    timeZone: app.clock.timeZone(),
  };
  const name = `${nameOf(racks.map((rack) => rack.name))}-${today}.${input.format}`;
  if (input.format === "svg") {
    const svg = await app.draughtsman.toSvg(drawing);
    return { name, base64: Buffer.from(svg, "utf8").toString("base64"), pages: 1 };
  }
  const { bytes, pages } = await app.draughtsman.toPdf(drawing);
  return { name, base64: Buffer.from(bytes).toString("base64"), pages };
}

/** A file's name out of letters and digits, whatever the racks are called. */
function nameOf(names: readonly string[]): string {
  const [first = "", ...others] = names.map((name) => name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/gu, ""));
  return others.length === 0 ? `rack-${first}` : `racks-${first}-and-${String(others.length)}`;
}
