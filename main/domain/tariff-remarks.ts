import type { Enumeration } from "../contract/shapes/enumeration";
import type { Module, ModuleConfiguration } from "../contract/shapes/module";
import type { ProductType, Remark, Resource, TariffContent } from "../contract/shapes/tariff";
import { compareWithImages, findNearly, operatingSystemResource } from "./enumeration";
import { otherProductType } from "./module-choice";
import { nearestNames } from "./nearest-names";
import { completeAmounts, leastAmount, priceOrder } from "./price";

export interface KnownModule {
  readonly module: Pick<Module, "id" | "name" | "type" | "productType" | "isActive">;
  /** As last read; null before the first time. */
  readonly configuration: Pick<ModuleConfiguration, "presets" | "osImages"> | null;
}

/** What a tariff is held against. */
export interface TariffSurroundings {
  readonly modules: readonly KnownModule[];
  readonly enumerations: readonly Enumeration[];
  /** Names of the other tariffs of its product type. */
  readonly otherNames: readonly string[];
  /** The product type that services were sold as by this tariff; null while there is none. */
  readonly soldAs: ProductType | null;
}

/**
 * What of a tariff cannot work (errors) or would not work now (warnings). Panels are not asked: what counts is their configuration as last read.
 */
export function remarkOnTariff(
  tariff: TariffContent,
  { modules, enumerations, otherNames, soldAs }: TariffSurroundings,
): Remark[] {
  const chosen = tariff.moduleIds.map((id) => modules.find(({ module }) => module.id === id));
  const known = chosen.filter((one) => one !== undefined);
  return [
    ...remarkOnName(tariff, otherNames),
    ...remarkOnProductType(tariff, soldAs),
    ...chosen.flatMap((one, index) => remarkOnModule(tariff, one, index)),
    ...remarkOnModules(known),
    ...remarkOnPreset(tariff, known),
    ...tariff.resources.flatMap((resource, index) => remarkOnResource(tariff, resource, `resources.${String(index)}`)),
    ...tariff.resources.flatMap((resource, index) =>
      remarkOnEnumeration(resource, enumerations, known, `resources.${String(index)}.enumerationId`),
    ),
    ...remarkOnLargestPrice(tariff),
  ];
}

function remarkOnName({ name, productType }: TariffContent, otherNames: readonly string[]): Remark[] {
  const isTaken = otherNames.some((other) => other.toLowerCase() === name.toLowerCase());
  return isTaken ? [error("name", `Another ${productType} tariff has this name`)] : [];
}

function remarkOnProductType({ productType }: TariffContent, soldAs: ProductType | null): Remark[] {
  if (soldAs === null || soldAs === productType) return [];
  return [error("productType", "Services were sold by this tariff. Add another one for this product type")];
}

function remarkOnModule(tariff: TariffContent, known: KnownModule | undefined, index: number): Remark[] {
  const path = `moduleIds.${String(index)}`;
  if (!known) return [error(path, "There is no such module any more")];
  if (tariff.moduleIds.indexOf(known.module.id) < index) return [error(path, `${known.module.name} stands twice`)];
  return known.module.productType === tariff.productType ? [] : [error(path, otherProductType(known.module))];
}

function remarkOnModules(known: readonly KnownModule[]): Remark[] {
  if (known.some(({ module }) => module.isActive)) return [];
  const message =
    known.length === 0 ? "No module: it cannot be ordered" : "Every module is switched off: it cannot be ordered";
  return [warning("moduleIds", message)];
}

/** [documented: BILLmanager with DSmanager] The internal name of a dedicated tariff is the name of a preset. */
function remarkOnPreset({ productType, internalName }: TariffContent, known: readonly KnownModule[]): Remark[] {
  if (productType !== "dedicated") return [];
  const path = "internalName";
  if (internalName === "") return [warning(path, "Enter the server type that is sold: without it no server is found")];
  return known
    .filter(({ module }) => module.type === "dsmanager")
    .flatMap(({ module, configuration }) => {
      if (!configuration)
        return [warning(path, `The presets of ${module.name} are not known yet. Read its configuration`)];
      const preset = configuration.presets.find((one) => one.name === internalName);
      if (!preset)
        return [
          warning(
            path,
            missingPreset(
              module.name,
              internalName,
              configuration.presets.map((one) => one.name),
            ),
          ),
        ];
      return preset.free > 0 ? [] : [warning(path, `${module.name} has no free server of ${internalName} now`)];
    });
}

function missingPreset(moduleName: string, internalName: string, names: readonly string[]): string {
  const missing = `${moduleName} has no preset ${internalName}`;
  const nearly = findNearly(internalName, names);
  if (nearly !== undefined) return `${missing}, but ${nearly}: the two differ only in case or spaces`;
  const nearest = nearestNames(internalName, names);
  return nearest.length === 0 ? missing : `${missing}. Nearest: ${nearest.join(", ")}`;
}

function remarkOnResource({ periods }: TariffContent, resource: Resource, path: string): Remark[] {
  const remarks: Remark[] = [];
  if (leastAmount(resource) > resource.maximum) {
    remarks.push(error(`${path}.maximum`, "Nothing can be ordered: no step lies between minimum and maximum"));
  }
  if (resource.valueType === "enumeration" && ["up-only", "down-only"].includes(resource.changeBy)) {
    remarks.push(error(`${path}.changeBy`, "A choice has no up and down"));
  }
  resource.stepPrices.forEach(({ months }, index) => {
    const place = `${path}.stepPrices.${String(index)}`;
    if (resource.stepPrices.findIndex((one) => one.months === months) < index) {
      remarks.push(error(place, "The price of this period stands twice"));
    } else if (!periods.some((one) => one.months === months)) {
      remarks.push(warning(place, "The tariff does not have this period, so the price never applies"));
    }
  });
  return remarks;
}

function remarkOnEnumeration(
  { name, enumerationId }: Resource,
  enumerations: readonly Enumeration[],
  known: readonly KnownModule[],
  path: string,
): Remark[] {
  if (enumerationId === null) return [];
  const enumeration = enumerations.find((one) => one.id === enumerationId);
  if (!enumeration) return [error(path, "There is no such enumeration any more")];
  if (enumeration.items.length === 0)
    return [warning(path, `${enumeration.name} has no items: there is nothing to choose`)];
  if (name !== operatingSystemResource) return [];
  const items = enumeration.items.map((item) => item.internalName);
  return known.flatMap(({ module, configuration }) =>
    module.type === "dsmanager" && configuration
      ? imageProblems(
          items,
          configuration.osImages.map((one) => one.name),
        ).map((problem) => warning(path, `${module.name} ${problem}`))
      : [],
  );
}

function imageProblems(items: readonly string[], images: readonly string[]): string[] {
  const { missingThere, nearly } = compareWithImages(items, images);
  return [
    ...(missingThere.length === 0 ? [] : [`has no image for ${missingThere.join(", ")}: an order with it fails`]),
    ...nearly.map(({ item, image }) => `has no image ${item}, but ${image}: the two differ only in case or spaces`),
  ];
}

/** Money is counted in whole numbers, which are exact up to 2^53 only. */
function remarkOnLargestPrice(tariff: TariffContent): Remark[] {
  const largest = Object.fromEntries(tariff.resources.map(({ name, maximum }) => [name, maximum]));
  return tariff.periods.flatMap(({ months }, index) => {
    const total = priceOrder(tariff, months, completeAmounts(tariff, largest))?.totalMinor ?? 0;
    if (Number.isSafeInteger(total)) return [];
    return [
      error(
        `periods.${String(index)}.priceMinor`,
        "With every resource at its maximum this comes to more than can be counted",
      ),
    ];
  });
}

function error(path: string, message: string): Remark {
  return { path, severity: "error", message };
}

function warning(path: string, message: string): Remark {
  return { path, severity: "warning", message };
}
