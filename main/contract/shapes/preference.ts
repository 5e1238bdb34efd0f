import { z } from "zod";

const lastOperator = z.string().max(60);

/** How this workstation likes its window; no business of the profile. */
export const preferencesShape = z.object({
  theme: z.enum(["light", "dark", "system"]),
  /** `aisle` is for a laptop on a cart: larger type and targets. */
  density: z.enum(["normal", "compact", "aisle"]),
  language: z.enum(["en"]),
  /** Width of the list beside the detail, in CSS pixels. */
  listWidth: z.number().int().min(240).max(1600),
  /** Whom the sign-in screen offers first; empty before anybody has signed in. */
  lastOperator,
});
export type Preferences = Readonly<z.infer<typeof preferencesShape>>;

export const preferencesInputShape = preferencesShape.partial();

/** Preferences as they were kept; those from before a field existed get its default. */
export const keptPreferencesShape = preferencesShape.extend({ lastOperator: lastOperator.default("") });

export const defaultPreferences: Preferences = {
  theme: "system",
  density: "normal",
  language: "en",
  listWidth: 440,
  lastOperator: "",
};
