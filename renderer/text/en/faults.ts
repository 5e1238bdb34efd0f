/** By the kind of fault: what happened, and what can be done. Rules of the trade have a sentence of their own. */
export const faults = {
  title: {
    "invalid-input": "Something in the form needs another look",
    "not-found": "This is no longer there",
    stale: "This was changed in the meantime",
    "not-allowed": "Not possible right now",
    locked: "The stored passwords are closed",
    "signed-out": "Nobody is signed in here",
    "wrong-secret": "This did not match",
    "needs-sign-in": "{{system}} does not accept the sign-in",
    "untrusted-certificate": "The certificate of {{system}} is not trusted",
    "remote-refused": "{{system}} refused",
    unavailable: "{{system}} cannot be reached",
    internal: "Rackside could not do this",
  },
  hint: {
    "not-found": "It may have been removed. Go back and look at the list.",
    stale: "The newest state is shown now. Look at it and try again.",
    locked: "Open them at the top of the window and try again. Everything else goes on meanwhile.",
    "wrong-secret": "The next attempt is possible at {{when}}.",
    "needs-sign-in": "Check the username and the password of the module.",
    "untrusted-certificate": "Compare the fingerprint with the panel's administrator, then trust it in the module.",
    unavailable: "Nothing is lost. Try again, or go on: steps wait and are sent when the panel answers.",
    internal: "Try again. If it stays, give this reference to the administrator: {{reference}}",
  },
  tryAgain: "Try again",
  openModules: "Open modules",
} as const;
