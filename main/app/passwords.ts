import { randomInt } from "node:crypto";

const passwordLength = 20;
/** Without characters that are taken for each other, and without those that a shell or an XML answer would change. */
const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const classes = [/[a-z]/, /[A-Z]/, /[2-9]/];

/** A random password for a new system, with a small letter, a capital and a digit, as installers ask for. */
export function makePassword(): string {
  for (;;) {
    const password = Array.from({ length: passwordLength }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
    if (classes.every((one) => one.test(password))) return password;
  }
}
