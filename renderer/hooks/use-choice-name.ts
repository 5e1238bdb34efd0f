import { useQuery } from "./use-query";

/** What people call a chosen item of an enumeration; its internal name where the enumeration does not have it any more. */
export function useChoiceName(): (enumerationId: string | null, internalName: string) => string {
  const enumerations = useQuery("enumeration.list", {});
  return (enumerationId, internalName) => {
    const items = enumerations.value?.find((one) => one.id === enumerationId)?.items ?? [];
    return items.find((item) => item.internalName === internalName)?.name ?? internalName;
  };
}
