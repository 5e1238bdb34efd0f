import type { VaultState } from "../../main/contract/shapes/vault";
import type { SecretVault } from "../../main/ports/host";

const open: VaultState = {
  protection: "key-file",
  backend: "",
  availableBackend: "",
  isOpen: true,
  reason: "",
  hasRecoveryCode: false,
  keyMadeAt: null,
};

const notHere = () => Promise.reject(new Error("The vault of this test keeps no key"));

/** A vault that is open and whose seal can be seen through, for tests of what is around it. */
export function createOpenVault(overrides: Partial<SecretVault> = {}): SecretVault {
  return {
    state: () => open,
    seal: (plain) => `sealed:${Buffer.from(plain).toString("base64")}`,
    open: (sealed) => Buffer.from(sealed.replace("sealed:", ""), "base64").toString(),
    setUp: notHere,
    unlock: notHere,
    protect: notHere,
    makeRecoveryCode: notHere,
    beginRekeying: notHere,
    settle: () => undefined,
    keyId: () => null,
    ...overrides,
  };
}
