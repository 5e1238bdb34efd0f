import type { Issue } from "../contract/faults";
import type { Enumeration, EnumerationComparison } from "../contract/shapes/enumeration";
import type { Choices, Resource } from "../contract/shapes/tariff";

/** Internal name of the resource whose choice names the image to install. */
export const operatingSystemResource = "os";

/**
 * Holds the items' internal names against the images of a panel, letter for letter. An item that no image equals but that one equals but for
 * case or spaces stands under `nearly` and not under `missingThere`; an image that is only nearly named is not unused.
 */
export function compareWithImages(items: readonly string[], images: readonly string[]): EnumerationComparison {
  const present = new Set(images);
  const named = new Set(items);
  const inexact = [...named].filter((item) => !present.has(item));
  const nearly = inexact.flatMap((item) =>
    [...present].filter((image) => isNearly(item, image)).map((image) => ({ item, image })),
  );
  return {
    same: [...named].filter((item) => present.has(item)),
    missingThere: inexact.filter((item) => nearly.every((pair) => pair.item !== item)),
    unusedHere: [...present].filter((image) => !named.has(image) && nearly.every((pair) => pair.image !== image)),
    nearly,
  };
}

/** The name that differs from the wanted one in case or spaces only, where there is one. */
export function findNearly(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => name !== wanted && isNearly(wanted, name));
}

function isNearly(left: string, right: string): boolean {
  return fold(left) === fold(right);
}

function fold(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

/** What is wrong with the choices of an order, one issue a resource, at `choices.NAME`: each active enumeration needs one of its items. */
export function checkChoices(
  resources: readonly Pick<Resource, "name" | "title" | "enumerationId" | "isActive">[],
  enumerations: readonly Pick<Enumeration, "id" | "name" | "items">[],
  choices: Choices,
): Issue[] {
  const offered = resources.filter((one) => one.isActive && one.enumerationId !== null);
  const issues: Issue[] = [];
  for (const { name, title, enumerationId } of offered) {
    const enumeration = enumerations.find((one) => one.id === enumerationId);
    const choice = choices[name];
    if (choice === undefined) issues.push({ path: `choices.${name}`, message: `Choose: ${title}` });
    else if (!enumeration?.items.some((item) => item.internalName === choice)) {
      issues.push({ path: `choices.${name}`, message: `${enumeration?.name ?? title} has no ${choice}` });
    }
  }
  for (const name of Object.keys(choices)) {
    if (offered.some((one) => one.name === name)) continue;
    issues.push({ path: `choices.${name}`, message: "Not part of this tariff" });
  }
  return issues;
}
