import { z } from "zod";
import { idShape, instantShape, lineShape, revisionShape } from "./basics";

/**
 * `technician`: tasks, cards, orders, labels. `administrator`: also modules, tariffs, departments, operators, restoring. `auditor`: reads everything
 * but secrets, and exports the journal.
 */
export const roleShape = z.enum(["technician", "administrator", "auditor"]);
export type Role = z.infer<typeof roleShape>;

/** A PIN is digits, for cold hands; a passphrase is for whoever may do more than cards. */
export const signInKindShape = z.enum(["pin", "passphrase"]);
export type SignInKind = z.infer<typeof signInKindShape>;

export const operatorNameShape = lineShape(60);

/** Somebody who works at this console. The name stands in tasks, drafts and the journal and therefore never changes. */
export const operatorShape = z.object({
  id: idShape,
  revision: revisionShape,
  name: z.string(),
  role: roleShape,
  /** Whoever left is switched off and not removed: the journal still names them. */
  isActive: z.boolean(),
  signInKind: signInKindShape,
  lastSignedInAt: instantShape.nullable(),
});
export type Operator = Readonly<z.infer<typeof operatorShape>>;

/** What somebody signs in with. */
export const newSecretShape = z
  .object({ kind: signInKindShape, text: z.string().max(200) })
  .refine(({ kind, text }) => kind !== "pin" || /^\d{4,12}$/.test(text), { message: "4 to 12 digits", path: ["text"] })
  .refine(({ kind, text }) => kind !== "passphrase" || text.length >= 10, {
    message: "At least 10 characters",
    path: ["text"],
  });
export type NewSecret = z.infer<typeof newSecretShape>;

/** An administrator signs in with a passphrase: a PIN would open the whole site. */
export const operatorInputShape = z
  .object({ name: operatorNameShape, role: roleShape, secret: newSecretShape })
  .refine(({ role, secret }) => role !== "administrator" || secret.kind === "passphrase", {
    message: "An administrator signs in with a passphrase",
    path: ["secret", "kind"],
  });

export const operatorSaveShape = z.object({
  id: idShape,
  revision: revisionShape,
  role: roleShape,
  isActive: z.boolean(),
  /** Left out, it stays as it is. */
  secret: newSecretShape.optional(),
});

/** Whom the sign-in screen offers: nothing that is not on a name tag. */
export const signInOfferShape = z.object({
  name: z.string(),
  role: roleShape,
  signInKind: signInKindShape,
  /** Not before this instant after wrong attempts; null when there is no wait. */
  blockedUntil: instantShape.nullable(),
});
export type SignInOffer = Readonly<z.infer<typeof signInOfferShape>>;

/** A token for scripts: signs in as its operator for the named calls only. The text itself is told once, when it is made. */
export const tokenShape = z.object({
  id: idShape,
  name: z.string(),
  operator: z.string(),
  /** Names of calls. */
  calls: z.array(z.string()),
  createdAt: instantShape,
  /** Null: until it is removed. */
  expiresAt: instantShape.nullable(),
  lastUsedAt: instantShape.nullable(),
});
export type Token = Readonly<z.infer<typeof tokenShape>>;

/** What holds for every workstation of the site. */
export const siteSettingsShape = z.object({
  /** Minutes without a key or pointer after which the console locks; null: never. */
  lockAfterMinutes: z.number().int().min(1).max(480).nullable(),
});
export type SiteSettings = Readonly<z.infer<typeof siteSettingsShape>>;
export const defaultSiteSettings: SiteSettings = { lockAfterMinutes: 10 };
