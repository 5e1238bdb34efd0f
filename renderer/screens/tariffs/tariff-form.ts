/** Under which name the editor's entries are kept; null for a tariff that does not exist yet. */
export function tariffForm(id: string | null): string {
  return `tariff ${id ?? "new"}`;
}
