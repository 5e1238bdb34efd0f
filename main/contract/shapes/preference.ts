import { z } from "zod";
import { listNameShape } from "./list";

const lastOperator = z.string().max(60);
const contrastShape = z.enum(["system", "normal", "high"]);
const columnsShape = z.partialRecord(listNameShape, z.array(z.string().max(60)).max(40));
const zoomShape = z.number().min(0.5).max(4);
const recentCommandsShape = z.array(z.string().max(60)).max(8);
export const languageShape = z.enum(["en", "ru"]);
export type Language = z.infer<typeof languageShape>;

/** How this workstation likes its window; no business of the profile. */
export const preferencesShape = z.object({
  theme: z.enum(["light", "dark", "system"]),
  /** `aisle` is for a laptop on a cart: larger type and targets. */
  density: z.enum(["normal", "compact", "aisle"]),
  /** `system` follows what the desktop asks for. */
  contrast: contrastShape,
  language: languageShape,
  /** Width of the list beside the detail, in CSS pixels. */
  listWidth: z.number().int().min(240).max(1600),
  /** Whom the sign-in screen offers first; empty before anybody has signed in. */
  lastOperator,
  /** Columns that a list shows, in their order; a list that is not named shows its own choice. */
  columns: columnsShape,
  /** Size of everything in the window; 1 is the usual one. */
  zoom: zoomShape,
  /** Commands given last, newest first, by the window's own ids. */
  recentCommands: recentCommandsShape,
});
export type Preferences = Readonly<z.infer<typeof preferencesShape>>;

export const preferencesInputShape = preferencesShape.partial();

/** Preferences as they were kept; those from before a field existed get its default. */
export const keptPreferencesShape = preferencesShape.extend({
  lastOperator: lastOperator.default(""),
  contrast: contrastShape.default("system"),
  columns: columnsShape.default({}),
  zoom: zoomShape.default(1),
  recentCommands: recentCommandsShape.default([]),
});

export const defaultPreferences: Preferences = {
  theme: "system",
  density: "normal",
  contrast: "system",
  language: "en",
  listWidth: 440,
  lastOperator: "",
  columns: {},
  zoom: 1,
  recentCommands: [],
};
