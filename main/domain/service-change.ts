import type { Issue } from "../contract/faults";
import type { Enumeration } from "../contract/shapes/enumeration";
import type { Service } from "../contract/shapes/service";
import type { Amounts, Choices, Difference, Price, Resource, TariffContent } from "../contract/shapes/tariff";
import { checkChoices, operatingSystemResource } from "./enumeration";
import { describeAmount } from "./measure";
import { checkAmounts, checkChange, completeAmounts } from "./price";

/** What a service would have after a change. */
export interface Wanted {
  readonly amounts: Amounts;
  readonly choices: Choices;
}

type Named = Pick<Enumeration, "id" | "name" | "items">;

/** What the service has, with what was asked for put over it; what the tariff does not offer any more falls away. */
export function wantedOf(service: Pick<Service, "amounts" | "choices">, tariff: TariffContent, asked: Wanted): Wanted {
  const offered = new Set(tariff.resources.filter((one) => one.isActive).map((one) => one.name));
  const kept = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => offered.has(name)));
  // In a larger measure than before an amount may be broken; a service gets no less than it has.
  const whole = Object.entries(kept(service.amounts)).map(([name, amount]) => [name, Math.ceil(amount)] as const);
  return {
    amounts: completeAmounts(tariff, { ...Object.fromEntries(whole), ...asked.amounts }),
    choices: { ...kept(service.choices), ...asked.choices },
  };
}

/** What stands against a change, one issue a resource, at `amounts.NAME` or `choices.NAME`. What stays as it is is not questioned. */
export function checkWanted(
  service: Pick<Service, "amounts" | "choices">,
  tariff: TariffContent,
  enumerations: readonly Named[],
  { asked, wanted }: { readonly asked: Wanted; readonly wanted: Wanted },
): Issue[] {
  const changed = new Set(changedResources(service, wanted));
  const offered = tariff.resources.filter((one) => one.name !== operatingSystemResource);
  const { [operatingSystemResource]: system, ...choices } = wanted.choices;
  const isOtherSystem = system !== undefined && system !== service.choices[operatingSystemResource];
  return [
    ...checkAmounts(tariff, { ...wanted.amounts, ...asked.amounts }),
    ...checkChange(tariff, service.amounts, wanted.amounts),
    ...checkChoices(offered, enumerations, choices).filter(({ path }) => changed.has(path.replace("choices.", ""))),
    ...(isOtherSystem ? [otherSystem] : []),
  ];
}

const otherSystem: Issue = {
  path: `choices.${operatingSystemResource}`,
  message: "Another operating system means an installation that wipes the disks. Order a new service for it",
};

/** Names of the resources that a change changes; what is not named counts as none. */
export function changedResources(before: Wanted, after: Wanted): string[] {
  const names = (one: Wanted) => [...Object.keys(one.amounts), ...Object.keys(one.choices)];
  return [...new Set([...names(before), ...names(after)])].filter(
    (name) =>
      (before.amounts[name] ?? 0) !== (after.amounts[name] ?? 0) ||
      (before.choices[name] ?? "") !== (after.choices[name] ?? ""),
  );
}

/** A change in words, resource by resource. `own` and `target` are what the tariff says before and after. */
export function describeChange(
  before: Wanted,
  after: Wanted,
  { own, target, enumerations }: { own: TariffContent; target: TariffContent; enumerations: readonly Named[] },
): Difference[] {
  return changedResources(before, after).map((name) => {
    const resource = [...target.resources, ...own.resources].find((one) => one.name === name);
    const inWords = ({ amounts, choices }: Wanted) =>
      resource ? describeValue(resource, amounts[name], choices[name], enumerations) : "";
    return { field: resource?.title ?? name, before: inWords(before), after: inWords(after) };
  });
}

function describeValue(
  { valueType, measure, enumerationId }: Resource,
  amount: number | undefined,
  choice: string | undefined,
  enumerations: readonly Named[],
): string {
  switch (valueType) {
    case "integer":
      return amount === undefined ? "none" : describeAmount(amount, measure);
    case "boolean":
      return amount === 1 ? "yes" : "no";
    case "enumeration": {
      const items = enumerations.find((one) => one.id === enumerationId)?.items;
      return items?.find((item) => item.internalName === choice)?.name ?? choice ?? "none";
    }
  }
}

/** What a period costs once the set-up fee is paid. */
export function recurring(price: Price): Price {
  const lines = price.lines.filter((line) => line.subject !== "set-up");
  return { ...price, lines, totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0) };
}
