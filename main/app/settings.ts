/** What use cases keep among the settings, by its name there. */

export const preferencesSetting = "preferences";
/** Attempts under names that nobody has and with tokens that are none share one count. */
export const strangersSetting = "sign-in.strangers";
/** Wrong passphrases and recovery codes in a row: whoever tries them, they open the same secrets. */
export const vaultAttemptsSetting = "vault.attempts";
