export const pools = {
  none: "No address pool known",
  noneHint: "Pools are read from the panels. Connect a panel, or read its configuration again.",
} as const;
