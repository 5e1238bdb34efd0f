import type { CallOutput, ParsedInput } from "../contract/calls";
import type { SecretVault } from "../ports/host";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { notAllowed } from "./app";
import { change, inNameOf } from "./change";
import { addOperatorRecord } from "./operators";
import { tryingVault } from "./vault-attempts";
import { protectionOf, refusingKeychain } from "./vault-keeping";
import { vaultNote } from "./vault-note";

const underWay = new WeakSet<SecretVault>();

/**
 * Makes the first administrator and protects the secrets. The secrets come first: a crash before the administrator is stored leaves a site that is set
 * up once more, with another recovery code, and none that nobody can open.
 */
export async function setUpProfile(
  app: App,
  input: ParsedInput<"profile.set-up">,
): Promise<CallOutput<"profile.set-up">> {
  // Two at once would void each other's recovery code.
  if (underWay.has(app.vault)) throw notAllowed("set-up-under-way", "This profile is being set up just now");
  underWay.add(app.vault);
  try {
    return await setUp(app, input);
  } finally {
    underWay.delete(app.vault);
  }
}

async function setUp(
  app: App,
  { administrator, vaultPassphrase }: ParsedInput<"profile.set-up">,
): Promise<CallOutput<"profile.set-up">> {
  await app.store.read(requireNoAdministrator);
  const { name } = administrator;
  const secretHash = await app.hasher.hash(administrator.passphrase);
  const protecting = () => refusingKeychain(() => app.vault.setUp(vaultPassphrase));
  const recoveryCode = await tryingVault(app, "profile.set-up", protecting);
  const role = "administrator";
  await change(inNameOf(app, name), "profile.set-up", async (unit) => {
    await requireNoAdministrator(unit.repositories);
    const facts = { id: app.makeId(), name, role, signInKind: "passphrase", secretHash, createdAt: unit.at } as const;
    const { id } = await addOperatorRecord(unit.repositories, facts);
    unit.touch("operator", id);
    unit.journal({ entity: "operator", entityId: id, serviceId: null, summary: `${name} set up this profile` });
    unit.journal(vaultNote(`The site's secrets are protected by ${protectionOf(app.vault.state())}`));
  });
  app.session.begin({ name, role, onlyCalls: null });
  app.courier.hasten();
  return { recoveryCode };
}

async function requireNoAdministrator({ operators }: Repositories): Promise<void> {
  const found = (await operators.list()).find(({ role }) => role === "administrator");
  if (found) throw notAllowed("set-up-already", `This profile was set up by ${found.name} already. Sign in instead`);
}
