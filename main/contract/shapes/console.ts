import { z } from "zod";
import { instantShape } from "./basics";
import { roleShape, siteSettingsShape } from "./operator";
import { vaultStateShape } from "./vault";

export const profileKindShape = z.enum(["none", "practice", "site"]);
export type ProfileKind = z.infer<typeof profileKindShape>;

/** `no-operators`: nobody has set this profile up yet. */
export const accessShape = z.enum(["no-operators", "signed-out", "locked", "signed-in"]);
export type Access = z.infer<typeof accessShape>;

export const consoleDescriptionShape = z.object({
  version: z.string(),
  profile: profileKindShape,
  profileDirectory: z.string(),
  access: accessShape,
  /** Who is signed in, or who locked the console; empty when nobody is. */
  operator: z.string(),
  role: roleShape.nullable(),
  host: z.enum(["window", "command-line"]),
  runtime: z.string(),
  vault: vaultStateShape,
  lockAfterMinutes: siteSettingsShape.shape.lockAfterMinutes,
  startedAt: instantShape,
  moduleCount: z.number().int(),
});
export type ConsoleDescription = Readonly<z.infer<typeof consoleDescriptionShape>>;
