import type { SignedIn } from "../app/session";
import { addOperatorRecord } from "../app/operators";
import { practicePin } from "../contract/practice";
import type { Role } from "../contract/shapes/operator";
import type { MakeId, SecretHasher } from "../ports/host";
import type { Store } from "../ports/store";
import type { Call } from "./practice-call";

/** Whom the practice site has signed in at its start. */
export const practiceAdministrator: SignedIn = { name: "Site administrator", role: "administrator", onlyCalls: null };

const others: readonly { readonly name: string; readonly role: Role }[] = [
  { name: "Anna", role: "technician" },
  { name: "Boris", role: "technician" },
  { name: "Clara", role: "auditor" },
];

interface OperatorParts {
  readonly store: Store;
  readonly hasher: SecretHasher;
  readonly makeId: MakeId;
  readonly now: number;
}

/** Past the calls, which give no administrator a PIN: here everybody has the same one, and the screen tells it. */
export async function addPracticeAdministrator({ store, hasher, makeId, now }: OperatorParts): Promise<void> {
  const { name, role } = practiceAdministrator;
  if (await store.read(({ operators }) => operators.findByName(name))) return;
  const secretHash = await hasher.hash(practicePin);
  await store.write((repositories) =>
    addOperatorRecord(repositories, { id: makeId(), name, role, signInKind: "pin", secretHash, createdAt: now }),
  );
}

/** Those who are not there yet: a practice site of an earlier version has none. */
export async function addPracticeOperators(call: Call): Promise<void> {
  const present = new Set((await call("operator.list", {})).map(({ name }) => name));
  for (const operator of others) {
    if (!present.has(operator.name))
      await call("operator.add", { ...operator, secret: { kind: "pin", text: practicePin } });
  }
}
