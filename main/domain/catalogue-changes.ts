import type { Catalogue, CatalogueChange } from "../contract/shapes/catalogue";
import { foldName, indexByName, tariffKey, toCatalogue } from "./catalogue";
import type { Stock } from "./catalogue";
import { moduleProblems, tariffProblems } from "./catalogue-problems";
import type { Problems } from "./catalogue-problems";
import { differencesOf, enumerationFacts, moduleFacts, tariffFacts } from "./catalogue-words";
import type { Facts } from "./catalogue-words";

/** A change with its record's place in the document, as an Issue names it; empty for what the document only names. */
export type PlacedChange = CatalogueChange & { readonly path: string };

/** What importing a document would do to a profile, record by record, in the order in which they depend on each other. */
export function compareCatalogue(stock: Stock, catalogue: Catalogue): PlacedChange[] {
  const present = toCatalogue(stock);
  const known = {
    modules: indexByName([...catalogue.modules, ...present.modules], (one) => one.name),
    enumerations: indexByName([...catalogue.enumerations, ...present.enumerations], (one) => one.internalName),
  };
  return [
    ...namedOnly(
      "data-centre",
      stock.dataCentres,
      catalogue.modules.map((one) => one.dataCentre),
    ),
    ...namedOnly(
      "department",
      stock.departments,
      catalogue.modules.map((one) => one.department),
    ),
    ...compareRecords({
      entity: "enumeration",
      path: "catalogue.enumerations",
      present: present.enumerations,
      wanted: catalogue.enumerations,
      nameOf: (one) => one.internalName,
      keyOf: (one) => one.internalName,
      factsOf: enumerationFacts,
      problemsOf: () => [],
    }),
    ...compareRecords({
      entity: "module",
      path: "catalogue.modules",
      present: present.modules,
      wanted: catalogue.modules,
      nameOf: (one) => one.name,
      keyOf: (one) => one.name,
      factsOf: moduleFacts,
      problemsOf: moduleProblems,
    }),
    ...compareRecords({
      entity: "tariff",
      path: "catalogue.tariffs",
      present: present.tariffs,
      wanted: catalogue.tariffs,
      nameOf: (one) => one.name,
      keyOf: tariffKey,
      factsOf: tariffFacts,
      problemsOf: (one) => tariffProblems(one, known),
    }),
  ];
}

interface Comparison<T> {
  readonly entity: CatalogueChange["entity"];
  readonly path: string;
  readonly present: readonly T[];
  readonly wanted: readonly T[];
  readonly nameOf: (record: T) => string;
  /** What a record is recognised by; its case does not count. */
  readonly keyOf: (record: T) => string;
  readonly factsOf: (record: T) => Facts;
  readonly problemsOf: (record: T, present: T | undefined) => Problems;
}

function compareRecords<T>(comparison: Comparison<T>): PlacedChange[] {
  const { entity, path, present, wanted, nameOf, keyOf, factsOf, problemsOf } = comparison;
  const presentByKey = indexByName(present, keyOf);
  const counts = new Map<string, number>();
  for (const key of wanted.map((record) => foldName(keyOf(record)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return wanted.map((record, place) => {
    const name = nameOf(record);
    const key = foldName(keyOf(record));
    const before = presentByKey.get(key);
    const differences = before ? differencesOf(factsOf(before), factsOf(record)) : [];
    const problems = [...(counts.get(key) === 1 ? [] : ["This name stands twice"]), ...problemsOf(record, before)];
    return {
      entity,
      name,
      change: !before ? "added" : differences.length > 0 ? "changed" : "same",
      differences,
      problem: problems.join(". "),
      path: `${path}.${String(place)}`,
    };
  });
}

function namedOnly(
  entity: CatalogueChange["entity"],
  present: readonly { readonly name: string }[],
  wanted: readonly string[],
): PlacedChange[] {
  const presentNames = new Set(present.map((one) => foldName(one.name)));
  const names = indexByName(wanted, (name) => name);
  return [...names].map(([folded, name]) => ({
    entity,
    name,
    change: presentNames.has(folded) ? "same" : "added",
    differences: [],
    problem: "",
    path: "",
  }));
}
