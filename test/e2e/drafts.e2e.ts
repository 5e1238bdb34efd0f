import { expect, test } from "vitest";
import { launchConsole } from "./harness/console";
import { ask, goTo, openRow, openSite } from "./harness/site";

test(
  "an order typed and killed is there at the next start, which says from when and drops it on request",
  { timeout: 90_000 },
  async () => {
    const site = await openSite();
    await site.page.getByRole("button", { name: "New order" }).first().click();
    await site.page.getByLabel("Label").fill("edge-9, шкаф 12");
    await site.page.getByText("Draft saved").waitFor();
    await site.kill();

    const { page } = await launchConsole({ root: site.root });
    await page.getByRole("button", { name: "New order" }).first().click();
    await page.getByText(/^Typed .* and not sent yet\. It was restored\./).waitFor();
    expect(await page.getByLabel("Label").inputValue()).toBe("edge-9, шкаф 12");

    await page.getByRole("button", { name: "Discard what was typed" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => page.getByLabel("Label").inputValue()).toBe("");
    await expect.poll(() => ask(page, "form-draft.get", { form: "order" })).toBeNull();
  },
);

test(
  "an owner that was changed in the panel is shown side by side, and sent only once it was chosen",
  { timeout: 90_000 },
  async () => {
    const { page, panel, moduleId } = await openSite();
    const ownerOf = async () => (await ask(page, "server.get", { moduleId, serverId: 101 })).facts.ownerEmail;
    const server = panel.site.servers.find((one) => one.id === 101);
    const [wanted, other] = panel.site.users.filter((user) => user.id !== server?.ownerId);
    if (!server || !wanted || !other) throw new Error("The site lacks server 101 or two users for it");
    await ownerOf();
    await ask(page, "module.hold", { id: moduleId });
    await ask(page, "server.set-owner", { moduleId, serverId: 101, ownerEmail: wanted.email });
    server.ownerId = other.id;
    await ask(page, "module.release-hold", { id: moduleId });

    await goTo(page, "Activity");
    await openRow(page, "Set the owner");
    const chooser = page.getByRole("table");
    await chooser.getByRole("radio", { name: `owner: found now, ${other.email}` }).waitFor();
    await chooser.getByRole("radio", { name: `owner: wanted, ${wanted.email}` }).check();
    await page.getByRole("button", { name: "Send what is wanted" }).click();
    await expect.poll(ownerOf, { timeout: 20_000 }).toBe(wanted.email);
    const { rows } = await ask(page, "journal.list", {});
    expect(rows.map((row) => row.summary).join("\n")).toContain(`wanted ${wanted.email}, found ${other.email}`);
  },
);
