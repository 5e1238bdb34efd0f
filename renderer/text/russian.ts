/**
 * What the Russian catalogue has to hold: every key of the English one and no other. Where English has a plural
 * (`_one`, `_other`), Russian has its four forms.
 */
export type Russian<English> = {
  readonly [Key in keyof English as RussianKey<Key>]: English[Key] extends string ? string : Russian<English[Key]>;
};

type RussianKey<Key> = Key extends `${infer Word}_${"one" | "other"}`
  ? `${Word}_${"one" | "few" | "many" | "other"}`
  : Key;
