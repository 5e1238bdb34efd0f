import { z } from "zod";
import { instantShape } from "./basics";

export const profileKindShape = z.enum(["none", "practice", "site"]);
export type ProfileKind = z.infer<typeof profileKindShape>;

/** How the secrets of this profile are protected at rest. */
export const secretProtectionShape = z.enum(["os-keychain", "key-file"]);

export const consoleDescriptionShape = z.object({
  version: z.string(),
  profile: profileKindShape,
  profileDirectory: z.string(),
  operator: z.string(),
  host: z.enum(["window", "command-line"]),
  runtime: z.string(),
  secretProtection: secretProtectionShape,
  startedAt: instantShape,
  moduleCount: z.number().int(),
});
export type ConsoleDescription = Readonly<z.infer<typeof consoleDescriptionShape>>;
