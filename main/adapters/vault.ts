import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { SecretVault } from "../ports/host";
import { VaultLocked } from "../ports/host";
import { openKey } from "./vault-key";
import type { KeyWrap } from "./vault-key";

interface VaultOptions {
  /** Folder of the profile; the key is in `key.json` inside. */
  readonly directory: string;
  readonly keyWrap?: KeyWrap;
}

const version = "v1";
const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals with AES-256-GCM under the profile's key: `v1.` and base64url of nonce, tag and ciphertext. `seal` and `open` throw VaultLocked when
 * the key is out of reach here or the text was not sealed with it.
 */
export function createVault({ directory, keyWrap }: VaultOptions): SecretVault {
  const key = openKey(join(directory, "key.json"), keyWrap);
  return {
    protection: key.kind,
    seal(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key.unlock(), nonce, { authTagLength: tagBytes });
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed) {
      const unlocked = key.unlock();
      const [found, body = ""] = sealed.split(".");
      const bytes = Buffer.from(body, "base64url");
      try {
        if (found !== version) throw new Error(`Sealed as ${String(found)}`);
        const decipher = createDecipheriv(algorithm, unlocked, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
          "utf8",
        );
      } catch (error) {
        throw new VaultLocked("A stored password cannot be read with the key of this profile. Enter it again", {
          cause: error,
        });
      }
    },
  };
}
