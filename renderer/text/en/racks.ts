export const racks = {
  none: "No rack known",
  noneHint: "Racks are read from the panels. Connect a panel, or read its configuration again.",
} as const;
