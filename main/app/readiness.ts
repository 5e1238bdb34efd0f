import type { Module } from "../contract/shapes/module";
import type { Amounts, Choices, TariffContent } from "../contract/shapes/tariff";
import type { AddressForecast, StockForecast } from "../contract/shapes/task";
import { findNearly, operatingSystemResource } from "../domain/enumeration";
import { barriersOf } from "../domain/module-choice";
import type { ModuleReadiness } from "../domain/module-choice";
import { hasPanel, planOf } from "../domain/plan";
import type { App } from "./app";
import { forecast, forecastServers, forecastUnits, shortageRemarks } from "./forecasts";
import type { ServerStock } from "./forecasts";
import { findImages } from "./panel-images";

/** What is wanted of a module. */
export interface Wanted {
  readonly tariff: Pick<TariffContent, "productType" | "internalName">;
  readonly amounts: Amounts;
  readonly choices: Choices;
}

export interface Readiness extends ModuleReadiness {
  readonly module: Module;
  readonly forecasts: readonly AddressForecast[];
  readonly stock: readonly StockForecast[];
  /** Why the chosen operating system cannot be installed there; empty when nothing is known against it. */
  readonly imageProblem: string;
}

/** Can the module serve this now; asks its panel, unless it must not take the order anyway. */
export async function weighModule(app: App, module: Module, { tariff, amounts, choices }: Wanted): Promise<Readiness> {
  const barriers = barriersOf(module, tariff.productType);
  if (barriers.length > 0 || !hasPanel(module)) {
    return { module, barriers, obstacles: [], forecasts: [], stock: [], imageProblem: "" };
  }
  const isAutomatic = planOf(module, "set-up") === "by-itself";
  const [forecasts, servers, units, imageProblem] = await Promise.all([
    forecast(app, module, amounts, ""),
    tariff.productType === "dedicated" ? forecastServers(app, module, tariff.internalName) : undefined,
    tariff.productType === "colocation" ? forecastUnits(app, module, amounts["unit"] ?? 0) : undefined,
    findImageProblem(app, module, choices[operatingSystemResource]),
  ]);
  const stock = [servers?.forecast, units].filter((one) => one !== undefined);
  // People set colocation up, so it can be ordered while the panel is out of reach; what runs by itself would fail at once.
  const isOut = isAutomatic && (!app.courier.isReachable(module.id) || servers?.forecast.isLive === false);
  const obstacles = [
    ...(isOut ? ["The panel is out of reach"] : []),
    ...(servers && !isOut ? serverRemarks(servers) : []),
    ...(imageProblem === "" ? [] : [imageProblem]),
    ...shortageRemarks(forecasts),
    ...(units?.isShort === true ? [unitRemark(units)] : []),
  ];
  return { module, barriers, obstacles, forecasts, stock, imageProblem };
}

function serverRemarks({ forecast: { isShort, where }, isPreset, unfit }: ServerStock): string[] {
  if (isPreset === false) return [`No preset ${where} in the panel`];
  if (!isShort) return [];
  const rest = unfit === 0 ? "" : `; ${String(unfit)} without owner cannot be handed over now`;
  return [`Preset ${where}: no free server${rest}`];
}

function unitRemark({ needed, free, where }: StockForecast): string {
  const most = where === "" ? "" : `, at most ${String(free)} in ${where}`;
  return `Rack units: ${String(needed)} side by side needed${most}`;
}

async function findImageProblem(app: App, module: Module, image: string | undefined): Promise<string> {
  if (image === undefined) return "";
  const known = await findImages(app, module);
  if (!known || known.names.includes(image)) return "";
  const near = findNearly(image, known.names);
  return `No image ${image} in the panel` + (near === undefined ? "" : `. It has ${near}`);
}
