import { fingerprintGroups } from "./fingerprint";
import "./certificate-dialog.css";

/** A fingerprint to be read aloud: two lines of four groups. */
export function FingerprintGroups({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <div className="fingerprint" data-testid="fingerprint">
      {fingerprintGroups(fingerprint).map((group) => (
        <span key={group}>{group}</span>
      ))}
    </div>
  );
}
