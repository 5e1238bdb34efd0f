export const modules = {
  title: "Modules",
} as const;
