/** The name of a directory entry; empty while the directory is on its way. */
export function nameOf(
  entries: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string {
  return entries?.find((entry) => entry.id === id)?.name ?? "";
}
