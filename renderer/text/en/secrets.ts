/** How stored passwords are protected, opened and given away. */
export const secrets = {
  protection: {
    which: "What protects them",
    keychain: "The keychain of this desktop",
    keychainText:
      "{{backend}} gives the key to this account of this computer only. Nothing has to be typed at a start.",
    passphrase: "A passphrase for the site",
    passphraseText:
      "Works on every computer. Somebody types it after each start; until then panels wait, and all that is not secret goes on.",
    noKeychain:
      "This desktop has no keychain that can be trusted, so a passphrase protects them. It can be changed to a keychain later, in Settings.",
    label: "Passphrase of the site",
    isClosed: "This site has a key already. {{reason}} Type what opens it: its passphrase or its recovery code.",
  },
  wait: "The next attempt has to wait: {{time}}",
  vault: {
    closed: "Stored passwords are closed.",
    closedText: "Panels cannot be signed in to until they are opened; everything else goes on. {{reason}}",
    open: "Open them",
    title: "Open the stored passwords",
    by: "Open with",
    passphrase: "Passphrase of the site",
    recoveryCode: "Recovery code",
    recoveryCodeHint: "Seven groups of four letters and digits; case and hyphens do not matter.",
    wrongPassphrase: "This passphrase does not open them.",
    wrongCode: "This code does not open them. Compare it group by group.",
    openAction: "Open",
    openedTitle: "The stored passwords are open",
    protectIntro: "So that the recovery code is not needed at the next start, let something else keep the key as well.",
    protectLater: "Not now",
    protectByAdministrator: "An administrator can protect them for this computer in Settings, Security.",
    done: "Done",
  },
  strength: {
    again: "The same again",
    label: "Strength",
    weak: "Weak: easy to guess",
    fair: "Fair: longer is better",
    strong: "Strong",
    short_one: "{{count}} more character at least",
    short_other: "{{count}} more characters at least",
    hint: "Several words that nobody would put together make a good one.",
    different: "The two are not the same.",
  },
} as const;
